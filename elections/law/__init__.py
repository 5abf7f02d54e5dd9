"""The law as pure functions: values in, values with reasons out.

Standard library only (and `portal.base.alphabet`); no database, no Django, no floating point
numbers.
"""
