"""An attacker of what goes out, who imports nothing of padai.

It reads what any reader of a release may read (open data, workbooks, pages, documents, the
deposit) and the questionnaire. It knows the rules, that is what a withheld cell may be, but not
which withheld cell is one that the rules withhold and which one covers for it. From the figures
it builds tables of its own, in two layers (how many people, and how much they weigh), and asks
what the figures leave possible. Whatever it claims to know, a judge compares with the true files:
the judge, alone, may see them.

    python -m tests.outsider RELEASE_DIR --questionnaire surveys/quebec
"""
