"""The catalogues: collect our sentences, check their translations, compile them.

Run as ``python -m portal.catalogues extract|check|compile|unconfirmed``. Needs Babel and Django's
template lexer only: no gettext programs, no settings, no database. See docs/languages.md.
"""
