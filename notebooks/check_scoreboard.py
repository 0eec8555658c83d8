"""Whether the statistics of a running game are what its observations say.

    python check_scoreboard.py http://localhost:5080 TOKEN

TOKEN is the host's, which the game prints at its start. Prints "equal", or the differences, a line each.
Exit code 0: equal; 1: different; 2: it could not be told. Needs numpy and pandas only.
"""

import argparse
import json
import sys
import urllib.error

import evening
import scoreboard

TRIES = 3        # while people play, an export and the statistics are seldom of the same moment


def check(url, token):
    """-> (how many numbers were compared, of how many drawings, differences in words), or None where people went on playing."""
    games = json.load(scoreboard.ask(url))
    for _ in range(TRIES):
        with scoreboard.ask(url, "/api/observations/export?format=jsonl", token) as lines:
            plays, guesses = evening.tables(lines, drawings=False)
        before, games = games, json.load(scoreboard.ask(url))
        if games == before:
            ours = scoreboard.statistics(plays, evening.scored(plays, guesses))
            return scoreboard.numbers(ours), len(plays), list(scoreboard.differences(ours, games))
    return None


def main():
    arguments = argparse.ArgumentParser(description="Whether the statistics of a running game are what its observations say.")
    arguments.add_argument("url", help="the game's address, like http://localhost:5080")
    arguments.add_argument("token", help="the host's token")
    given = arguments.parse_args()
    try:
        result = check(given.url, given.token)
    except urllib.error.HTTPError as e:
        why = {401: "the token is not the host's", 403: "the token is not the host's", 503: "the game is still counting, or cannot read its store"}
        return fail(f"{e.url}: {e.code} {e.reason}" + (f" ({why[e.code]})" if e.code in why else ""))
    except (OSError, ValueError) as e:
        return fail(f"{given.url}: {e}")
    if result is None:
        return fail(f"the statistics changed while the observations were read, {TRIES} times: try again when nobody plays")
    numbers, drawings, different = result
    print("\n".join(different) if different else f"equal: {numbers:,} numbers, from {drawings:,} drawings")
    return 1 if different else 0


def fail(reason):
    print(reason, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
