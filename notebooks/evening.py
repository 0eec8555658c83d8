"""An export of the game's observations as tables, and what the notebook draws of them. Needs numpy and pandas, and matplotlib to draw.

The export is what `export` or `GET /api/observations/export?format=jsonl` writes: one observation a line, oldest first.
"""

import gzip
import json
from pathlib import Path

import numpy as np
import pandas as pd

BINS = 15        # of confidence, as the game's own calibration error has them
Z = 1.959963984540054

# How the game's own charts draw the contestants: colour, marker, dashes (in widths of the line).
SEATS = {
    "mnist-cnn": ("#0072b2", "o", ()),
    "mnist-mlp": ("#e69f00", "s", (2.7, 1.3)),
    "k-means": ("#009e73", "^", (0.7, 1.3)),
    "app-xgboost": ("#d55e00", "D", (4, 1.3, 0.7, 1.3)),
    "app-network": ("#cc79a7", "*", (2, 0.7)),
    "personal": ("#56b4e9", "P", (0.3, 1)),
    "committee": ("#87827a", "H", (5.3, 1.3)),
}
GUESTS = [
    ("#b4457f", "v", (3.3, 1, 1, 1)),
    ("#94902e", [(-1, 1), (1, 1), (-1, -1), (1, -1)], (1.3, 0.7)),
    ("#7767c9", "p", (0.7, 0.7, 2.7, 0.7)),
]


# --- reading ------------------------------------------------------------------------------------

def read(path):
    """A file of JSON lines, plain or .gz -> (plays, guesses), as `tables` has them."""
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(Path(path), "rt", encoding="utf-8") as lines:
        return tables(lines)


def tables(lines, drawings=True):
    """Lines of JSON -> (plays, guesses). What the host has set aside is in neither.

    plays: one row an observation, by its id, in the order in which they were played: time, player, ink, image [28, 28] (None without drawings),
    chosen, chosenBy (player, arm or sampling), input (what it was drawn with, None where unknown), duration of the drawing in ms, NaN where the ink
    has no times, and digit, the mark, <NA> where nobody marked it.
    guesses: one row for each guess of each play: id, play (its place in the evening), algorithm, version, probabilities, guess, confidence, trial.
    A version on shadow guesses unseen; its algorithm is that and the version, as app-network@3.
    """
    plays, guesses = [], []
    for o in map(json.loads, lines):
        if o.get("excluded", False):
            continue
        for trial, said in ((False, o["guesses"]), (True, o.get("shadows", []))):
            for g in said:
                p = np.array(g["probabilities"], dtype=np.float32)      # as the game has them: a bin may depend on the last digit
                name = f"{g['algorithm']}@{g['version']}" if trial else g["algorithm"]
                guesses.append((o["id"], len(plays), name, g["version"], p, int(p.argmax()), min(1.0, float(p.max())), trial))
        ink, image = (o["ink"], np.array(o["image"], dtype=np.uint8).reshape(28, 28)) if drawings else (None, None)
        plays.append((o["id"], pd.Timestamp(o["time"]), o["player"], ink, image, o["chosen"], o.get("chosenBy", "player"), o.get("input"),
                      duration(o["ink"]), o["label"]["digit"] if o["label"] else None))
    plays = pd.DataFrame(plays, columns=["id", "time", "player", "ink", "image", "chosen", "chosenBy", "input", "duration", "digit"]).set_index("id")
    plays["time"] = pd.to_datetime(plays["time"], utc=True)
    plays["duration"] = plays["duration"].astype(float)
    plays["digit"] = plays["digit"].astype("Int64")
    guesses = pd.DataFrame(guesses, columns=["id", "play", "algorithm", "version", "probabilities", "guess", "confidence", "trial"])
    return plays, guesses.astype({"guess": int, "confidence": float, "trial": bool})


def duration(ink):
    """From the pen's first touch to its last, in whole ms; None where the ink has no times."""
    if not ink or len(ink[0][0]) < 3 or len(ink[-1][-1]) < 3 or ink[-1][-1][2] < ink[0][0][2]:
        return None
    return int(ink[-1][-1][2] - ink[0][0][2])


def scored(plays, guesses):
    """The guesses of the marked plays, with the mark, the player, the time and whether the guess was right."""
    marked = guesses.join(plays[["digit", "player", "time"]], on="id").dropna(subset=["digit"])
    return marked.assign(digit=marked["digit"].astype(int), right=marked["guess"] == marked["digit"])


# --- counting -----------------------------------------------------------------------------------

def wilson(right, n):
    """The 95 % Wilson score interval of right out of n (numbers or arrays) -> (low, high)."""
    right, n = np.asarray(right, dtype=float), np.asarray(n, dtype=float)
    share = right / n
    shrink = 1 / (1 + Z ** 2 / n)
    centre = shrink * (share + Z ** 2 / (2 * n))
    half = shrink * Z * np.sqrt((share * (1 - share) + Z ** 2 / (4 * n)) / n)
    return np.clip(centre - half, 0, share), np.clip(centre + half, share, 1)


def accuracy(guesses, by):
    """Scored guesses, grouped -> n, right, accuracy, low, high."""
    counts = guesses.groupby(by, sort=False)["right"].agg(n="size", right="sum")
    low, high = wilson(counts["right"], counts["n"])
    return counts.assign(accuracy=counts["right"] / counts["n"], low=low, high=high)


def percent(table):
    """A table of `accuracy` as people read it."""
    words = [f"{row.accuracy:.1%} ({row.low:.1%} to {row.high:.1%})" for row in table.itertuples()]
    return table[["n", "right"]].assign(**{"accuracy (95 % interval)": words})


def calibration(guesses):
    """Scored guesses of one algorithm -> (bins of confidence with n, mean confidence, accuracy, low, high; expected calibration error)."""
    place = np.minimum((guesses["confidence"] * BINS).astype(int), BINS - 1)
    bins = accuracy(guesses.assign(bin=place), "bin").sort_index()
    bins["confidence"] = guesses.groupby(place)["confidence"].mean()
    return bins, (bins["n"] * (bins["accuracy"] - bins["confidence"]).abs()).sum() / bins["n"].sum()


# --- drawing ------------------------------------------------------------------------------------

def look(algorithm):
    """What matplotlib's plot takes to draw a contestant, or a version of it on shadow, as the game does; a guest's look depends on its name alone."""
    colour, marker, dashes = SEATS.get(algorithm.partition("@")[0]) or GUESTS[sum(map(ord, algorithm)) % len(GUESTS)]
    return {"color": colour, "marker": marker, "linestyle": (0, dashes) if dashes else "-"}


def draw(axis, play, title):
    """The ink of a play as it was drawn, or its image where it came as pixels."""
    axis.set_title(title, fontsize=8)
    axis.axis("off")
    if play["ink"] is None:
        axis.imshow(play["image"], cmap="gray_r")
        return
    for stroke in play["ink"]:
        points = np.array([point[:2] for point in stroke])
        axis.plot(points[:, 0], points[:, 1], color="black", linewidth=2, marker="." if len(points) == 1 else None, solid_capstyle="round")
    axis.invert_yaxis()
    axis.set_aspect("equal", "datalim")


def sheet(plays, titles, columns=8):
    """Plays in rows, each under its title."""
    import matplotlib.pyplot as plt         # here: who only counts needs none of it

    rows = max(1, -(-len(plays) // columns))
    figure, axes = plt.subplots(rows, columns, figsize=(1.6 * columns, 1.9 * rows), squeeze=False)
    for axis in axes.flat:
        axis.axis("off")
    for axis, (_, play), title in zip(axes.flat, plays.iterrows(), titles):
        draw(axis, play, title)
    figure.tight_layout()
    plt.show()
