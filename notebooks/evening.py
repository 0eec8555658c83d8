"""An export of the game's observations as tables, and what the notebook draws of them. Needs numpy, pandas and matplotlib only.

The export is what `export` or `GET /api/observations/export?format=jsonl` writes: one observation a line, oldest first.
"""

import gzip
import json
from pathlib import Path

import matplotlib.pyplot as plt
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
    """A file of JSON lines, plain or .gz -> (plays, guesses).

    plays: one row an observation, by its id, in the order in which they were played: time, player, ink, image [28, 28],
    chosen, and digit, the mark, <NA> where nobody marked it.
    guesses: one row for each guess of each play: id, play (its place in the evening), algorithm, version, probabilities, guess, confidence.
    """
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(Path(path), "rt", encoding="utf-8") as lines:
        observations = [json.loads(line) for line in lines]
    plays = pd.DataFrame([{
        "id": o["id"], "time": pd.Timestamp(o["time"]), "player": o["player"], "ink": o["ink"],
        "image": np.array(o["image"], dtype=np.uint8).reshape(28, 28), "chosen": o["chosen"],
        "digit": o["label"]["digit"] if o["label"] else None} for o in observations]).set_index("id")
    plays["digit"] = plays["digit"].astype("Int64")
    guesses = pd.DataFrame([{
        "id": o["id"], "play": place, "algorithm": g["algorithm"], "version": g["version"], "probabilities": np.array(g["probabilities"]),
        "guess": g["digit"], "confidence": g["confidence"]} for place, o in enumerate(observations) for g in o["guesses"]])
    return plays, guesses


def scored(plays, guesses):
    """The guesses of the marked plays, with the mark, the player and whether the guess was right."""
    marked = guesses.join(plays[["digit", "player"]], on="id").dropna(subset=["digit"])
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
    """What matplotlib's plot takes to draw a contestant as the game does; a guest's look depends on its name alone."""
    colour, marker, dashes = SEATS.get(algorithm) or GUESTS[sum(map(ord, algorithm)) % len(GUESTS)]
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
    rows = max(1, -(-len(plays) // columns))
    figure, axes = plt.subplots(rows, columns, figsize=(1.6 * columns, 1.9 * rows), squeeze=False)
    for axis in axes.flat:
        axis.axis("off")
    for axis, (_, play), title in zip(axes.flat, plays.iterrows(), titles):
        draw(axis, play, title)
    figure.tight_layout()
    plt.show()
