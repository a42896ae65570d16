"""The guided acts on the register: one module an act, the only place that does it.

Each function works in one transaction through save(), so that every row has its history, and
raises ValidationError with a sentence. `check…` raises the same beforehand and changes nothing.
"""
