"""K-means: how images become points, how points are sorted into heaps, and the classifier that the heaps make.

Images are float tensors [n, 1, 28, 28] in 0..1; points are float tensors [n, d]; labels are long tensors [n].
"""

import torch
from torch import nn
from torch.nn import functional as F

# Coordinates of the pixels' centres, from -1 to 1 as grid_sample has them.
_PLACES = (2 * torch.arange(28) + 1) / 28 - 1
Y, X = torch.meshgrid(_PLACES, _PLACES, indexing="ij")
MOMENTS = torch.stack([torch.ones(28, 28), X, Y, X * Y, Y * Y], 2).view(784, 5)
SIDEWAYS = torch.tensor([1.0, 0.0])
BLUR = torch.tensor([[1.0, 2, 1], [2, 4, 2], [1, 2, 1]]).view(1, 1, 3, 3) / 16


# --- from images to points ----------------------------------------------------------------------

def upright(images):
    """Each image sheared until its ink leans neither to the left nor to the right. A blank one stays blank."""
    mass, x, y, xy, yy = (images.flatten(1) @ MOMENTS).split(1, 1)
    mass = mass + 1e-6
    x, y = x / mass, y / mass
    slant = F.hardtanh((xy / mass - x * y) / (yy / mass - y * y + 1e-3), -0.8, 0.8)[:, :, None, None]
    grid = torch.stack([X, Y], 2) + slant * (Y[..., None] - y[:, :, None, None]) * SIDEWAYS
    return F.grid_sample(images, grid, align_corners=False)


class Sight(nn.Module):
    """Images -> points: upright, slightly blurred, and only the directions in which the training images differ most.

    Blurring is linear as the projection is, hence part of its axes; they are kept in half precision.
    """

    def __init__(self, images, dimensions):
        super().__init__()
        pixels = torch.cat([F.conv2d(upright(part), BLUR, padding=1).flatten(1) for part in images.split(2000)])
        mean = pixels.mean(0)
        pixels -= mean
        _, axes = torch.linalg.eigh(product(pixels.t(), pixels.t()).double())
        axes = axes.flip(1)[:, :dimensions].t().float()
        self.register_buffer("axes", F.conv2d(axes.view(-1, 1, 28, 28), BLUR, padding=1).flatten(1).half())
        self.register_buffer("offset", -axes @ mean)

    def forward(self, images):
        return F.linear(upright(images).flatten(1), self.axes.float(), self.offset)


def product(a, b):
    """a [n, d], b [m, d] -> a @ b.T, as a convolution: Debian's torch has no fast BLAS."""
    return F.conv2d(a[..., None, None], b[..., None, None]).flatten(1)


# --- from points to heaps -----------------------------------------------------------------------

def nearest(points, centres):
    """The number of each point's nearest centre."""
    half = (centres ** 2).sum(1) / 2
    return torch.cat([(product(part, centres) - half).argmax(1) for part in points.split(4000)])


def scatter(points, k, chance):
    """k of the points, each drawn with the square of its distance from those before (k-means++, Arthur and Vassilvitskii, 2007)."""
    chosen = points[torch.randint(len(points), (1,), generator=chance)]
    distance = torch.full((len(points),), float("inf"))
    while len(chosen) < k:
        distance = torch.minimum(distance, ((points - chosen[-1]) ** 2).sum(1))
        chosen = torch.cat([chosen, points[torch.multinomial(distance, 1, generator=chance)]])
    return chosen


def sort(points, k, seed, rounds=20):
    """Centres [k, d] of k heaps: k-means++ on a sample, then Lloyd's rounds. An empty heap starts anew at a random point."""
    chance = torch.Generator().manual_seed(seed)
    sample = torch.randperm(len(points), generator=chance)[:max(5_000, 10 * k)]
    centres = scatter(points[sample], k, chance)
    for _ in range(rounds):
        heap = nearest(points, centres)
        size = torch.bincount(heap, minlength=k)
        centres = torch.zeros_like(centres).index_add(0, heap, points) / size.clamp(min=1)[:, None]
        empty = size == 0
        centres[empty] = points[torch.randint(len(points), (int(empty.sum()),), generator=chance)]
    return centres


def majority(heaps, labels, k):
    """Each heap's most frequent digit, and its share of the heap."""
    counts = torch.zeros(k, 10).index_put((heaps, labels), torch.ones(len(labels)), accumulate=True)
    most, digits = counts.max(1)
    return digits, most / counts.sum(1).clamp(min=1)


# --- the classifier -----------------------------------------------------------------------------

class Heaps(nn.Module):
    """Images -> probabilities [n, 10]: every heap votes for its digit, with a weight that falls with the distance squared."""

    def __init__(self, sight, centres, digits, temperature=1.0):
        super().__init__()
        self.sight, self.temperature = sight, temperature
        self.register_buffer("centres", centres.half())
        self.register_buffer("votes", F.one_hot(digits, 10).t().to(torch.int8).contiguous())

    def closeness(self, points):
        """Minus the squared distances [n, k], less each point's own square, which no softmax sees."""
        centres = self.centres.float()
        return F.linear(points, 2 * centres, -(centres ** 2).sum(1))

    def vote(self, closeness):
        return F.linear((closeness / self.temperature).softmax(1), self.votes.float())

    def forward(self, images):
        return self.vote(self.closeness(self.sight(images)))

    @torch.no_grad()
    def calibrate(self, points, labels):
        """Takes the temperature that makes the votes for the labels likeliest."""
        closeness, grid = self.closeness(points), torch.logspace(-1.5, 1.5, 61).tolist()

        def surprise(temperature):
            self.temperature = temperature
            return F.nll_loss(self.vote(closeness).clamp(min=1e-6).log(), labels).item()

        self.temperature = min(grid, key=surprise)
        return self


def export(heaps, path):
    """Writes the ONNX file: input `image` [N, 1, 28, 28], output `probabilities` [N, 10].

    The weights stay small in the file, and ONNX Runtime makes floats of them once, when it loads it.
    """
    torch.onnx.export(heaps.eval(), torch.zeros(2, 1, 28, 28), str(path), opset_version=16, do_constant_folding=False,
                      input_names=["image"], output_names=["probabilities"], dynamic_axes={"image": {0: "N"}, "probabilities": {0: "N"}})
