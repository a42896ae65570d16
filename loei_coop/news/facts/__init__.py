"""What releases tell, collected from the records as of a day, a month or a year.

Each module collects facts of one subject; `collecting.facts_of` puts together those of a kind. A
fact is missing where the records do not tell it: then its section is left out of the draft.
"""
