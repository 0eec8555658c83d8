"""Synthetic digit ink, and the rule that turns ink into a 28 x 28 image.

A drawing is a list of strokes; a stroke is a float array [n, 2] of points (x right, y down).
"""

import numpy as np

# The game's rule from ink to image (lengths in image pixels). Pixel (r, c) covers [c, c+1) x [r, r+1).
SIDE = 28        # the image is SIDE x SIDE
BOX = 20         # the longer side of the ink, pen included, as in MNIST
WIDTH = 2.4      # pen width, near MNIST's own
CENTRE = 14.5    # where the centre of mass goes: MNIST has its own at pixel index 14
GRID = 1024      # positions per pixel; snapping hides the rounding noise of a moved or enlarged drawing
TIE = 0.1180339887  # keeps ties of the snapping away from rational coordinates

_CENTRES = np.arange(SIDE) + 0.5


def snap(values):
    """The nearest position of the grid."""
    return np.floor(values * GRID + 0.5 + TIE) / GRID


def coverage(strokes):
    """Strokes in image coordinates -> [28, 28] share of each pixel that the pen covers."""
    start = np.concatenate([s[:-1] if len(s) > 1 else s for s in strokes])
    step = np.concatenate([s[1:] - s[:-1] if len(s) > 1 else 0 * s for s in strokes])
    length2 = (step ** 2).sum(1)
    length2[length2 == 0] = 1
    dx = _CENTRES - start[:, :1]                                    # [segment, column]
    dy = _CENTRES - start[:, 1:]                                    # [segment, row]
    t = (dx * step[:, :1])[:, None] + (dy * step[:, 1:])[:, :, None]  # [segment, row, column]
    t /= length2[:, None, None]
    t = np.minimum(np.maximum(t, 0), 1)                             # the nearest point's share of the segment
    distance2 = (dx[:, None] - t * step[:, :1, None]) ** 2 + (dy[:, :, None] - t * step[:, 1:, None]) ** 2
    return np.clip(WIDTH / 2 + 0.5 - np.sqrt(distance2.min(0)), 0, 1)


def render(drawing):
    """A drawing in any units -> [28, 28] uint8 image, 0 = paper, 255 = ink."""
    strokes = [np.asarray(s, dtype=float)[:, :2] for s in drawing]
    points = np.concatenate(strokes)
    low, longer = points.min(0), np.ptp(points, axis=0).max()
    scale = (BOX - WIDTH) / longer if longer > 0 else 0.0
    strokes = [snap((s - low) * scale) for s in strokes]
    offset = CENTRE - np.concatenate(strokes).max(0) / 2
    ink = coverage([s + offset for s in strokes])
    mass = np.array([ink.sum(0) @ _CENTRES, ink.sum(1) @ _CENTRES]) / ink.sum()
    offset = snap(offset + CENTRE - mass)
    ink = coverage([s + offset for s in strokes])
    return np.floor(255 * ink + 0.5).astype(np.uint8)


# --- skeletons: how people write the ten digits -------------------------------------------------
# Each function returns the strokes of one way of writing a digit as control points in a box of
# about 1 x 1; a point given twice in a row is a corner. `u(a, b)` draws from [a, b).

def _ring(cx, cy, rx, ry, start, sweep, drift=0.0):
    """Control points of an elliptic arc; angles in degrees, 0 = right, growing clockwise on screen.
    The radius grows by the share `drift` from start to end."""
    n = max(4, int(abs(sweep) / 40) + 1)
    angle = np.radians(start + np.linspace(0, sweep, n))
    radius = 1 + np.linspace(-drift / 2, drift / 2, n)
    return [(cx + rx * r * np.cos(a), cy + ry * r * np.sin(a)) for a, r in zip(angle, radius)]


def _zero(u, chance):
    rx = u(0.15, 0.5)
    ring = _ring(0.5, 0.5, rx, 0.5, u(-160, 0), -u(330, 410), u(-0.25, 0.2))
    if chance(0.15):                                    # the end curls inwards
        ring.append((0.5 + u(-0.5, 0.5) * rx, u(0.08, 0.35)))
    if chance(0.03):                                    # slashed
        return [ring, [(0.5 + rx * u(0.6, 1.3), u(0.05, 0.25)), (0.5 - rx * u(0.6, 1.3), u(0.75, 0.95))]]
    return [ring]


def _one(u, chance):
    top, foot = (0.5, 0), (0.5 + u(-0.08, 0.05), 1)
    stem = [top, (0.5 + u(-0.03, 0.05), 0.5), foot]
    strokes = [stem]
    if chance(0.7):                                     # a flag, from a tick to an upstroke as long as the stem
        reach = u(0.1, 0.65)
        fall = np.tan(np.radians(u(27, 72)))
        flag = (0.5 - reach, min(reach * fall + u(0, 0.06), 0.95))
        bend = (0.5 - reach * u(0.3, 0.5), flag[1] * u(0.1, 0.55))
        strokes = [[flag, bend, top] + ([top] if chance(0.5) else []) + stem[1:]]
    if chance(0.3):
        strokes.append([(foot[0] - u(0.1, 0.5), 1 + u(-0.05, 0.05)), (foot[0] + u(0, 0.45), 1 + u(-0.05, 0.05))])
    elif chance(0.15):                                  # the stem hooks left
        strokes[0].append((foot[0] - u(0.05, 0.25), 1 + u(-0.02, 0.05)))
    return strokes


def _two(u, chance):
    top = [(u(0, 0.15), u(0.12, 0.35)), (u(0.35, 0.55), 0), (u(0.8, 1), u(0.2, 0.32)), (u(0.5, 0.7), u(0.55, 0.68))]
    if chance(0.15):                                    # almost a Z
        top = [(u(0, 0.1), u(0, 0.1)), (u(0.4, 0.6), 0), (u(0.8, 1), u(0.08, 0.2)), (u(0.5, 0.6), u(0.5, 0.6))]
    end = (u(0.8, 1.15), u(0.88, 1.1))
    if chance(0.4):                                     # a loop at the foot
        low = u(0.92, 1)
        return [top + [(u(0.15, 0.3), low), (u(-0.05, 0.05), u(0.85, 0.95)), (u(0.1, 0.25), u(0.72, 0.85)),
                       (u(0.4, 0.55), u(0.88, 1)), end]]
    corner = (u(-0.05, 0.12), u(0.93, 1))
    return [top + [corner, corner, (u(0.45, 0.55), u(0.9, 1.02)), end]]


def _three(u, chance):
    waist = (u(0.3, 0.7), u(0.3, 0.52))
    bowl = [(u(0.75, 1), u(0.6, 0.78)), (u(0.4, 0.6), 1), (u(-0.2, 0.15), u(0.75, 0.98))]
    if chance(0.25):                                    # flat top
        right = (u(0.7, 0.95), u(-0.03, 0.06))
        return [[(u(0, 0.15), u(-0.03, 0.08)), right, right, waist, waist] + bowl]
    top = [(u(0, 0.15), u(0.05, 0.25)), (u(0.35, 0.55), 0), (u(0.7, 0.95), u(0.15, 0.28))]
    if chance(0.3):                                     # a small loop at the waist
        return [top + [waist, (waist[0] - u(0.05, 0.15), waist[1] + u(0, 0.06)), (waist[0], waist[1] + u(0.03, 0.1))] + bowl]
    return [top + [waist] + ([waist] if chance(0.6) else []) + bowl]


def _four(u, chance):
    bar, stem = u(0.5, 0.75), u(0.55, 0.85)
    left, right = (u(-0.05, 0.1), bar + u(-0.06, 0.06)), (u(0.85, 1.2), bar + u(-0.08, 0.06))
    end = (stem + u(-0.12, 0.06), 1)
    if chance(0.3):                                     # closed: the stem starts where the diagonal starts
        top = (stem + u(-0.05, 0.05), 0)
        return [[top, (top[0] * 0.5, bar * 0.5 + u(-0.04, 0.04)), left, left, right], [(top[0] + u(-0.04, 0.04), u(-0.03, 0.1)), end]]
    start = (u(0.02, 0.5), u(-0.05, 0.1))
    down = [start, ((start[0] + left[0]) / 2 + u(-0.08, 0.05), bar * 0.55), left]
    if chance(0.3):                                     # one stroke: down, across, up and down the stem
        turn = (stem, bar - u(0.02, 0.15))
        return [down + ([left] if chance(0.5) else []) + [(stem * 0.5, bar + u(-0.02, 0.1)), turn,
                (stem + u(-0.02, 0.06), u(0, 0.3)), (stem + u(-0.02, 0.06), u(0, 0.3)), end]]
    upper = (stem + u(-0.03, 0.15), bar - u(0.08, 0.75))
    if chance(0.5):                                     # short bar, short stem
        right, upper = (stem + u(0.02, 0.2), right[1]), (stem + u(-0.03, 0.1), bar - u(0, 0.3))
    across = [left, right] if chance(0.6) else [(stem * 0.5, bar + u(0, 0.12)), right]
    return [down + across, [upper, end]]


def _five(u, chance):
    corner = (u(0.05, 0.25), u(-0.03, 0.08))
    hip = (u(0, 0.15), u(0.35, 0.5))
    bowl = [(u(0.4, 0.55), u(0.3, 0.45)), (u(0.8, 1), u(0.55, 0.75)), (u(0.4, 0.6), 1), (u(-0.1, 0.1), u(0.8, 0.97))]
    tip = (u(0.7, 1.2), u(-0.12, 0.08))
    if chance(0.15):                                    # rounded, like an S
        return [[tip, (u(0.4, 0.6), u(-0.03, 0.05)), (u(0.05, 0.2), u(0.2, 0.3)), (u(0.4, 0.5), u(0.4, 0.5))] + bowl[1:]]
    body = [corner, hip, hip] + bowl if chance(0.7) else [corner, hip] + bowl
    if chance(0.5):
        gap = u(-0.1, 0.15)
        return [body, [(corner[0] + gap, corner[1] + u(-0.06, 0.06)), tip]]
    return [[tip, corner] + body]


def _six(u, chance):
    top = (u(0.35, 1), u(-0.03, 0.08))
    waist = u(0.42, 0.68)
    arch = [top, (top[0] * u(0.3, 0.6), u(0.15, 0.3)), (u(0, 0.08), u(0.5, 0.7))]
    loop = [(u(0.35, 0.5), 1), (u(0.75, 0.95), (1 + waist) / 2 + u(-0.05, 0.05)), (u(0.4, 0.55), waist),
            (u(0.05, 0.25), (1 + waist) / 2 + u(-0.05, 0.12))]
    return [arch + (loop if chance(0.8) else loop[:3])]


def _seven(u, chance):
    crossed = chance(0.6)
    right = (u(0.7, 1), u(-0.1, 0.1) if crossed else u(-0.03, 0.1))
    left = (u(-0.1, 0.15), u(0, 0.12) if crossed else u(-0.02, 0.08))
    end = (u(0.05, 0.65), 1)
    stem = [((right[0] + end[0]) / 2 + u(-0.1, 0.1), u(0.45, 0.55)), end]
    if crossed and chance(0.3):                         # a round head, as of a two
        head = [(left[0], u(0.12, 0.3)), (u(0.35, 0.6), 0), (right[0], u(0.1, 0.25))]
    else:
        serif = [(left[0] + u(-0.06, 0.06), left[1] + u(0.08, 0.3)), left] if chance(0.4) else []
        head = serif + [left, ((left[0] + right[0]) / 2, u(-0.02, 0.1)), right] + ([right] if chance(0.6) else [])
    strokes = [head + stem]
    if crossed:                                         # the European crossbar
        y = u(0.35, 0.8)
        x, tilt = np.interp(y, [0, stem[0][1], 1], [right[0], stem[0][0], end[0]]), u(-0.14, 0.06)
        strokes.append([(x - u(0.12, 0.55), y - tilt), (x + u(0.08, 0.6), y + tilt)])
    return strokes


def _eight(u, chance):
    waist, upper, lower = u(0.38, 0.56), u(0.15, 0.42), u(0.2, 0.5)
    if chance(0.2):                                     # two circles
        lap = u(-0.03, 0.05)
        return [_ring(0.5 + u(-0.06, 0.06), waist / 2, upper, waist / 2 + lap / 2, u(0, 360), -u(330, 390)),
                _ring(0.5 + u(-0.06, 0.06), (1 + waist) / 2, lower, (1 - waist) / 2 + lap / 2, u(0, 360), -u(330, 390))]
    start = u(0, 1) if chance(0.4) else u(-0.12, 0.05)  # share of the way round; 0 = the top
    way = np.linspace(0, u(0.88, 1.08), 17)
    t = 2 * np.pi * (start + way)
    top = np.cos(t) > 0
    x = 0.5 - np.sin(2 * t) * np.where(top, upper, lower) + way ** 4 * u(-0.15, 0.25)
    y = waist - np.cos(t) * np.where(top, waist, 1 - waist) + way ** 4 * u(-0.12, 0.12)
    return [list(zip(x, y))]


def _nine(u, chance):
    waist, edge = u(0.18, 0.58), u(0.55, 0.95)
    if chance(0.6):                                     # a closed loop
        loop = _ring(edge / 2, waist / 2, edge / 2, waist / 2, u(-70, 5), -u(290, 370), u(-0.1, 0.1))
    else:                                               # an open bowl, often with a flat top
        loop = [(edge * u(0.6, 1.3), u(-0.08, 0.12)), (edge * 0.45, u(-0.03, 0.06)), (u(-0.05, 0.1), waist * u(0.4, 0.7)),
                (edge * u(0.3, 0.6), waist), (edge * u(0.8, 0.95), waist * u(0.45, 0.8))]
    joint = (edge + u(-0.03, 0.05), u(0.02, waist * 0.6))
    tail = u(0, 1)
    if tail < 0.35:                                     # straight stem
        down = [(edge + u(-0.5, 0.08), 1)]
    elif tail < 0.55:                                   # curved tail
        down = [(edge + u(-0.1, 0.05), u(0.45, 0.65)), (u(0, 0.6), 1)]
    else:                                               # hooked tail
        down = [(edge + u(-0.05, 0.08), u(0.55, 0.75)), (u(0.25, 0.6), 1), (u(-0.4, 0.2), u(0.72, 1))]
    if chance(0.25):
        return [loop, [joint] + down]
    return [loop + [joint] + ([joint] if chance(0.6) else []) + down]


SKELETONS = [_zero, _one, _two, _three, _four, _five, _six, _seven, _eight, _nine]


def spline(points, per_span=5):
    """Uniform Catmull-Rom curve through control points [n, 2]; a doubled point is a corner."""
    p = np.asarray(points, dtype=float)
    if len(p) == 2:
        return p
    p = np.concatenate([p[:1], p, p[-1:]])
    a, b, c, d = (p[i:len(p) - 3 + i, None] for i in range(4))
    t = np.arange(per_span)[None, :, None] / per_span
    curve = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3)
    return np.concatenate([curve.reshape(-1, 2), p[-1:]])


def _hand(strokes, u, normal):
    """What every hand adds to a skeleton: jitter, wobble, proportion, slant and rotation."""
    sloppy = u(0.2, 1)
    strokes = [spline(np.array(s) + _jitter(s, 0.025 * sloppy, normal)) for s in strokes]
    phase, pace = normal(0, 3, (2, 2))[0], normal(0, 4, (2, 2))
    strokes = [s + 0.02 * sloppy * np.sin(s @ pace + phase) for s in strokes]
    shear = np.clip(normal(0.08, 0.22), -0.4, 0.65)                 # positive leans to the right
    angle = np.radians(np.clip(normal(0, 6), -15, 15))
    width = np.clip(np.exp(normal(-0.35, 0.3)), 0.4, 1.3)           # as a share of the height
    slant = np.array([[width, 0], [-shear, 1]])
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return [s @ slant @ turn for s in strokes]


def _jitter(stroke, size, normal):
    """Noise per control point, equal for the two copies of a corner."""
    noise = normal(0, size, (len(stroke), 2))
    for i in range(1, len(stroke)):
        if stroke[i] == stroke[i - 1]:
            noise[i] = noise[i - 1]
    return noise


def draw(digit, rng):
    """One synthetic drawing of a digit in canvas units, coordinates with two decimals."""
    chance = lambda share: rng.random() < share
    strokes = _hand(SKELETONS[digit](rng.uniform, chance), rng.uniform, rng.normal)
    return [np.round(200 * s, 2) for s in strokes]


def synthesise(n, seed):
    """n drawings, the digits in turn, as images [n, 28, 28] uint8 and labels [n]."""
    rng = np.random.default_rng(seed)
    labels = np.arange(n) % 10
    return np.stack([render(draw(d, rng)) for d in labels]), labels
