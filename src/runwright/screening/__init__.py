"""Screening: answers, pains and home tests become gates, findings and needs; never a score."""
