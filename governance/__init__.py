"""Governance and CQA: standards, rounds, assessments, plans, awards, learning exchange."""
