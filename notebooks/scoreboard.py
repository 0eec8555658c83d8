"""The figures of the game's page /charts, counted once more from an export by other code than the game's. Needs numpy and pandas only.

plays and guesses are those of `evening.read`, marked is what `evening.scored` makes of them.
"""

import hashlib
import math
import urllib.request

import numpy as np
import pandas as pd

from evening import accuracy, wilson

NEAR = 1e-9      # two computations of the same share differ by less
HOURS, DAYS = 48, 90        # of the charts over time
ENOUGH = 10      # marked drawings, to say how well a hand can be read

# Where people played: the game's setting GameNight:TimeZone or, without it, its machine's zone. Nights go from noon to noon there.
ZONE = "UTC"


# --- right and wrong ----------------------------------------------------------------------------

def confusion(marked, algorithm):
    """How many drawings: 10 rows by the mark, 10 columns by the guess."""
    own = marked[marked["algorithm"] == algorithm]
    return pd.crosstab(own["digit"], own["guess"]).reindex(index=range(10), columns=range(10), fill_value=0)


def shares(counts, of):
    """A confusion matrix as shares of the "row", the "column" or "all" drawings; NaN where there are none."""
    return counts.div(counts.sum(axis=1), axis=0) if of == "row" else counts / (counts.sum() if of == "column" else counts.to_numpy().sum())


def over_time(marked, hours, last):
    """By algorithm and by the hour (hours = 1) or the day (24), in UTC: the last periods in which anything was marked, as `accuracy` has it."""
    start = marked["time"].dt.floor(f"{60 * hours}min")
    shown = start.isin(start.drop_duplicates().nlargest(last))
    return accuracy(marked[shown].assign(start=start), ["algorithm", "start"]).sort_index()


# --- head to head -------------------------------------------------------------------------------

def mcnemar(first, second):
    """McNemar's exact p value: twice the smaller tail of first + second tosses of a coin, in whole numbers until the end."""
    tosses, ways, tail = first + second, 1, 0
    for k in range(min(first, second) + 1):
        tail += ways
        ways = ways * (tosses - k) // (k + 1)
    return min(1.0, 2 * tail / 2 ** tosses)


def holm(p):
    """p values, adjusted for there being so many of them (Holm 1979)."""
    p = np.asarray(p, dtype=float)
    order = np.argsort(p, kind="stable")
    adjusted = np.empty(len(p))
    adjusted[order] = np.maximum.accumulate(np.minimum(1, np.arange(len(p), 0, -1) * p[order]))
    return adjusted


def head_to_head(marked):
    """Every two on the marked drawings that both guessed, the clearest first -> both, only the first, only the second, neither, n, p, adjusted."""
    right = marked.pivot(index="id", columns="algorithm", values="right").sort_index(axis=1)
    pairs = []
    for i, first in enumerate(right.columns):
        for second in right.columns[i + 1:]:
            one, other = right[[first, second]].dropna().astype(bool).to_numpy().T
            if len(one):
                pairs.append((first, second, (one & other).sum(), (one & ~other).sum(), (~one & other).sum(), (~one & ~other).sum(), len(one)))
    pairs = pd.DataFrame(pairs, columns=["first", "second", "both", "only first", "only second", "neither", "n"])
    pairs["p"] = np.array([mcnemar(int(one), int(other)) for one, other in zip(pairs["only first"], pairs["only second"])], dtype=float)
    return pairs.assign(adjusted=holm(pairs["p"])).sort_values("adjusted", kind="stable").set_index(["first", "second"])


# --- surprises ----------------------------------------------------------------------------------

def night(time):
    """The day on which the night began: it lasts from noon to noon in the game's time zone, by its clocks."""
    return (time.dt.tz_convert(ZONE).dt.tz_localize(None) - pd.Timedelta(hours=12)).dt.floor("D")


def answers(plays, guesses):
    """The plays, each with what its player was shown, whether that was right (False where unmarked), and its night."""
    shown = guesses.loc[~guesses["trial"], ["id", "algorithm", "guess"]].rename(columns={"algorithm": "chosen"})
    answered = plays.reset_index().merge(shown, on=["id", "chosen"])
    right = (answered["guess"] == answered["digit"]).fillna(False).astype(bool)
    return answered.assign(marked=answered["digit"].notna(), right=right, night=night(answered["time"]))


def arms(plays, guesses):
    """What came of the surprises, by how they were chosen and by algorithm
    -> players, plays, marked, right, compared, of them right, mean, low, high, best.

    Compared are, where a player keeps an arm, the first marked drawings of each player and night, else all that were marked. mean, low and high are
    those of the posterior of the accuracy (prior Beta(1, 1), 95 %), best the probability of being the most accurate of those chosen in the same way.
    """
    surprises = answers(plays, guesses).query("chosenBy != 'player'")
    marked = surprises[surprises["marked"]].sort_values("time", kind="stable")
    firsts = marked[(marked["chosenBy"] != "arm") | ~marked.duplicated(["chosenBy", "chosen", "player", "night"])]
    by = ["chosenBy", "chosen"]
    table = surprises.groupby(by).agg(players=("player", "nunique"), plays=("id", "size"), marked=("marked", "sum"), right=("right", "sum"))
    table["compared"] = firsts.groupby(by).size().reindex(table.index, fill_value=0)
    table["of them right"] = firsts.groupby(by)["right"].sum().reindex(table.index, fill_value=0)
    shapes = [(int(right) + 1, int(n - right) + 1) for n, right in zip(table["compared"], table["of them right"])]
    table["mean"] = [a / (a + b) for a, b in shapes]
    table["low"] = [beta_quantile(0.025, a, b) for a, b in shapes]
    table["high"] = [beta_quantile(0.975, a, b) for a, b in shapes]
    table["best"] = np.nan
    for way in table.index.unique("chosenBy"):
        table.loc[[way], "best"] = best([shape for shape, (by, _) in zip(shapes, table.index) if by == way])
    return table


def beta_density(x, a, b):
    return np.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + (a - 1) * np.log(x) + (b - 1) * np.log1p(-x))


def beta_below(x, a, b):
    """The distribution function at x (an array, above 0 and below 1), a and b whole: a coin of rate x falls right a times or more of a + b - 1."""
    odds = np.log(x) - np.log1p(-x)
    ways = math.lgamma(a + b) - math.lgamma(a + 1) - math.lgamma(b)
    total = np.zeros_like(x)
    for k in range(a, a + b):
        total = total + np.exp(ways + k * odds + (a + b - 1) * np.log1p(-x))
        ways += math.log((a + b - 1 - k) / (k + 1)) if k < a + b - 1 else 0
    return np.minimum(total, 1)


def beta_quantile(share, a, b):
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if beta_below(np.array([middle]), a, b)[0] < share else (low, middle)
    return (low + high) / 2


def best(shapes):
    """How likely each rate is the highest: its density, times that all others lie below, over all rates (Gauss-Legendre in 50 panels)."""
    x, weight = np.polynomial.legendre.leggauss(20)
    rates = ((np.arange(50)[:, None] + (x + 1) / 2) / 50).ravel()
    weights = np.tile(weight / 100, 50)
    below = [beta_below(rates, a, b) for a, b in shapes]
    others = [np.prod(below[:i] + below[i + 1:], axis=0) for i in range(len(shapes))]
    return [float((weights * beta_density(rates, a, b) * lower).sum()) for (a, b), lower in zip(shapes, others)]


# --- people -------------------------------------------------------------------------------------

def people(plays, guesses):
    """By night and player, from the marked drawings, who had most recognised first -> marked, recognised (what they were shown was right), streak (the
    most recognised ones in a row), fastest (the quickest recognised one, in ms), legible (the share of all guesses in service that were right; NaN
    below ten drawings), low and high (Wilson's interval of that, for as many drawings), handle."""
    # Of two drawings at the same moment, the one that was not recognised comes first.
    seen = answers(plays, guesses).query("marked").sort_values(["time", "right"], kind="stable")
    of = ["night", "player"]
    table = seen.groupby(of).agg(marked=("id", "size"), recognised=("right", "sum"))
    run = (~seen["right"]).groupby([seen[name] for name in of]).cumsum()
    table["streak"] = seen.assign(run=run).groupby(of + ["run"])["right"].sum().groupby(of).max()
    table["fastest"] = seen[seen["right"] & (seen["duration"] > 0)].groupby(of)["duration"].min().reindex(table.index)
    served = guesses[~guesses["trial"]].merge(seen[["id", "digit"] + of], on="id")
    share = served.assign(right=(served["guess"] == served["digit"]).astype(bool)).groupby(of)["right"].mean()
    share = share.reindex(table.index).where(table["marked"] >= ENOUGH)
    low, high = wilson(share * table["marked"], table["marked"])
    table = table.assign(legible=share, low=low, high=high).sort_values(["night", "recognised"], ascending=[False, False], kind="stable")
    return table.assign(handle=[handle(player) for _, player in table.index])


def handle(player):
    """By what the page knows a player who has given no name."""
    return hashlib.sha256(player.encode()).hexdigest()[:8]


# --- the game's own -----------------------------------------------------------------------------

def statistics(plays, marked):
    """What GET /api/statistics should answer."""
    def figures(counts, right):
        n, right = int(counts), int(right)
        low, high = map(float, wilson(right, n)) if n else (None, None)
        return {"n": n, "correct": right, "accuracy": right / n if n else None, "low": low, "high": high}

    algorithms = []
    for name in sorted(marked.loc[~marked["trial"], "algorithm"].unique()):
        matrix = confusion(marked, name).to_numpy()
        digits = [{"digit": digit, **figures(matrix[digit].sum(), matrix[digit, digit])} for digit in range(10)]
        algorithms.append({"algorithm": name, "digits": digits, "confusion": matrix.tolist(), **figures(matrix.sum(), matrix.trace())})
    return {"observations": len(plays), "labelled": int(plays["digit"].notna().sum()), "algorithms": algorithms}


def ask(url, path="/api/statistics", token=None):
    """What the game answers, to be read."""
    request = urllib.request.Request(url.rstrip("/") + path, headers={"Authorization": f"Bearer {token}"} if token else {})
    return urllib.request.urlopen(request, timeout=600)


def differences(ours, games, place="statistics"):
    """Every number and name in which two answers differ, in words; nothing that only one of them has is passed over."""
    if isinstance(ours, dict) and isinstance(games, dict):
        for name in ours | games:
            if name not in ours or name not in games:
                yield f"{place}.{name}: only {'the game' if name in games else 'the export'} has it"
            else:
                yield from differences(ours[name], games[name], f"{place}.{name}")
    elif isinstance(ours, list) and isinstance(games, list):
        if len(ours) != len(games):
            yield f"{place}: {len(ours)} by the export, {len(games)} in the game"
        for i, (one, other) in enumerate(zip(ours, games)):
            yield from differences(one, other, f"{place}[{one.get('algorithm', i) if isinstance(one, dict) else i}]")
    elif not (ours == games or isinstance(ours, (int, float)) and isinstance(games, (int, float)) and abs(ours - games) <= NEAR):
        yield f"{place}: {ours} by the export, {games} in the game"


def numbers(answer):
    """How many numbers there are in an answer."""
    inner = answer.values() if isinstance(answer, dict) else answer if isinstance(answer, list) else None
    return int(isinstance(answer, (int, float))) if inner is None else sum(map(numbers, inner))
