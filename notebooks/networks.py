"""The network, its training data, its training loop and its export to ONNX.

Images are float tensors [n, 1, 28, 28] in 0..1 (byte / 255); labels are long tensors [n].
"""

import copy
import gzip
import json
import math
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

MEAN, DEVIATION = 0.1307, 0.3081    # of MNIST's training pixels in 0..1


# --- data ---------------------------------------------------------------------------------------

def load_mnist(folder, part):
    """part 'train' or 't10k' -> images [n, 28, 28] uint8, labels [n] int64."""
    def read(kind, header):
        with gzip.open(Path(folder) / f"{part}-{kind}-ubyte.gz") as file:
            return np.frombuffer(file.read(), np.uint8, offset=header)
    return read("images-idx3", 16).reshape(-1, 28, 28), read("labels-idx1", 8).astype(np.int64)


def load_ink(path):
    """Drawings as JSON lines -> list of drawings (lists of strokes), labels [n] int64."""
    with gzip.open(path, "rt") as file:
        lines = [json.loads(line) for line in file]
    return [line["strokes"] for line in lines], np.array([line["label"] for line in lines])


def stratified_split(labels, held_out, seed):
    """Indices (train, validation); the validation part has `held_out` items in the classes' proportions."""
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(labels))
    by_class = order[np.argsort(labels[order], kind="stable")]
    step = len(labels) / held_out
    chosen = by_class[(np.arange(held_out) * step + step / 2).astype(int)]
    return np.setdiff1d(np.arange(len(labels)), chosen), chosen


def to_tensor(images):
    """Bytes [n, 28, 28] -> float tensor [n, 1, 28, 28] in 0..1."""
    return torch.from_numpy(np.asarray(images, dtype=np.float32) / 255)[:, None]


# --- augmentation -------------------------------------------------------------------------------

def augment(images, amount=1.0):
    """A new pen, hand and place for each image of a batch; `amount` scales every effect."""
    return thicken(warp(images, amount), amount)


def thicken(images, amount):
    """Strokes wider or thinner by up to about half a pixel on either side, the darkest pixel kept black."""
    change = 0.5 * amount * (2 * torch.rand(len(images), 1, 1, 1) - 1)
    wider = F.max_pool2d(images, 3, 1, 1)
    thinner = -F.max_pool2d(-images, 3, 1, 1)
    images = images + change.clamp(min=0) * (wider - images) + (-change).clamp(min=0) * (thinner - images)
    return images / images.amax((1, 2, 3), keepdim=True)


def warp(images, amount):
    """Rotation (12 degrees), shear (0.2), scale per axis (12 %), shift (1 pixel) and elastic displacement."""
    n = len(images)
    angle, shear, stretch_x, stretch_y, right, down = (2 * torch.rand(6, n) - 1) * amount
    angle = angle * np.radians(12)
    cos, sin, shear = torch.cos(angle), torch.sin(angle), 0.2 * shear
    x, y = 1 + 0.12 * stretch_x, 1 + 0.12 * stretch_y
    matrix = torch.stack([x * cos, x * (shear * cos - sin), right / 14,
                          y * sin, y * (shear * sin + cos), down / 14], 1).view(n, 2, 3)
    grid = F.affine_grid(matrix, images.shape, align_corners=False)
    wave = F.interpolate(torch.randn(n, 2, 5, 5), 28, mode="bicubic", align_corners=True)
    grid = grid + 0.05 * amount * wave.permute(0, 2, 3, 1)     # one unit of the grid is 14 pixels
    return F.grid_sample(images, grid, align_corners=False)


# --- networks -----------------------------------------------------------------------------------

def convolution(inputs, outputs, kernel=3, stride=1, padding=0):
    return [nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]


class Network(nn.Module):
    """Layers that make an embedding of `width` numbers, and a last layer that reads it."""

    def __init__(self, width, *layers):
        super().__init__()
        self.layers = nn.Sequential(*layers)
        self.last = nn.Linear(width, 10)

    def embed(self, images):
        """[n, 1, 28, 28] in 0..1 -> [n, width], what the last layer sees."""
        return self.layers((images - MEAN) / DEVIATION)

    def forward(self, images):
        """[n, 1, 28, 28] in 0..1 -> logits [n, 10]."""
        return self.last(self.embed(images))


class Cnn(Network):
    """Seven convolutions: 28 -> 26 -> 13 -> 11 -> 9 -> 7 -> 5 -> 1 pixels a side.

    The last one, over the whole 5 x 5 map, is the 64-wide embedding. It is a fully connected layer written as
    a convolution: where torch has no fast BLAS (Debian's package) that saves a quarter of the training time.
    """

    def __init__(self):
        super().__init__(
            64,
            *convolution(1, 16), *convolution(16, 32, kernel=4, stride=2, padding=1), *convolution(32, 48),
            *convolution(48, 64), *convolution(64, 64), *convolution(64, 64), nn.Dropout(0.2),
            *convolution(64, 64, kernel=5), nn.Flatten())


# --- training -----------------------------------------------------------------------------------

class Mixture:
    """One pass over (images, labels) of MNIST in augmented batches, with a share of synthetic ink in each."""

    def __init__(self, mnist, synthetic, share, batch, strength):
        self.mnist, self.synthetic, self.strength = mnist, synthetic, strength
        self.ours = round(batch * share)
        self.theirs = batch - self.ours

    def __len__(self):
        return len(self.mnist[1]) // self.theirs

    def __iter__(self):
        (images, labels), (drawings, digits) = self.mnist, self.synthetic
        ink = torch.randint(len(digits), (len(self), self.ours))
        order = torch.randperm(len(labels))[:len(self) * self.theirs].view(len(self), -1)
        for ordinary, own in zip(order, ink):
            yield (torch.cat([augment(images[ordinary], self.strength), augment(drawings[own], 0.5)]),
                   torch.cat([labels[ordinary], digits[own]]))


def train(start, mnist, synthetic, validation, epochs, seed, checkpoint, share=0.3, batch=128, peak=0.1, strength=1.0):
    """Fit the network that `start()` makes to (images, labels) of MNIST, with a share of synthetic ink in each batch."""
    batches = Mixture(mnist, synthetic, share, batch, strength)
    return fit(start, batches, F.cross_entropy, validation, epochs, seed, checkpoint, peak, decay=5e-4)


def fit(start, batches, loss_of, validation, epochs, seed, checkpoint, peak, decay):
    """Fit the network that `start()` makes to `batches`, which is gone through once an epoch and gives (images, truth).

    SGD with Nesterov momentum, a one-cycle learning rate and an exponential moving average of the
    weights, which is what is kept. The loss is `loss_of(logits, truth)`. After each epoch the average's accuracy on
    every (images, labels) of `validation` is noted and everything is saved to `checkpoint`, from which an
    interrupted run goes on and a finished one is read. Returns the averaged network and its history.
    """
    torch.manual_seed(seed)
    network = start().to(memory_format=torch.channels_last)
    average, history = copy.deepcopy(network), []
    steps = len(batches)
    optimiser = torch.optim.SGD(network.parameters(), peak, momentum=0.9, nesterov=True, weight_decay=decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, peak, epochs * steps, pct_start=0.2)
    parts = {"network": network, "average": average, "optimiser": optimiser, "schedule": schedule}
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        for name, part in parts.items():
            part.load_state_dict(saved[name])
        torch.set_rng_state(saved["random"])
        history = saved["history"]

    for epoch in range(len(history), epochs):
        started, total = time.time(), 0.0
        network.train()
        for step, (images, truth) in enumerate(batches):
            loss = loss_of(network(images.contiguous(memory_format=torch.channels_last)), truth)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            update_average(average, network, epoch * steps + step)
            total += loss.item()
        history.append({"epoch": epoch + 1, "seconds": time.time() - started, "loss": total / steps,
                        **{name: accuracy(logits(average, x), y) for name, (x, y) in validation.items()}})
        torch.save({**{name: part.state_dict() for name, part in parts.items()},
                    "random": torch.get_rng_state(), "history": history}, checkpoint)
        print(checkpoint.stem, json.dumps(history[-1]), flush=True)
    return average.eval(), history


@torch.no_grad()
def update_average(average, network, step, decay=0.998):
    """Moves the average's weights and statistics towards the network's; faster in the first steps."""
    decay = min(decay, (1 + step) / (10 + step))
    for kept, new in zip(average.state_dict().values(), network.state_dict().values()):
        kept.lerp_(new, 1 - decay) if kept.is_floating_point() else kept.copy_(new)


# --- figures ------------------------------------------------------------------------------------

@torch.no_grad()
def logits(network, images, batch=500):
    """Logits [n, 10] of images [n, 1, 28, 28]."""
    network.eval()
    return torch.cat([network(part) for part in images.split(batch)])


def accuracy(scores, labels):
    """Share of rows whose largest score is at the label."""
    return (scores.argmax(1) == labels).double().mean().item()


def wilson(share, n, z=1.96):
    """The 95 % Wilson interval of a share seen in n trials."""
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return centre - half, centre + half


def calibration_error(probabilities, labels, bins=15):
    """Expected calibration error of the top label over equal-width bins of its probability."""
    top, guess = probabilities.max(1)
    bin_of = (top * bins).ceil().clamp(1, bins).long() - 1
    gap = torch.zeros(bins).index_add(0, bin_of, (guess == labels).float() - top)
    return (gap.abs().sum() / len(labels)).item()


def fit_temperature(scores, labels):
    """The T for which softmax(scores / T) has the least cross-entropy."""
    grid = torch.logspace(-1, 1, 401)
    return grid[torch.stack([F.cross_entropy(scores / t, labels) for t in grid]).argmin()].item()


def size(network):
    """(parameters, multiply-adds per image)."""
    work = []
    hooks = [m.register_forward_hook(lambda m, _, out: work.append(m.weight.numel() * out[0, 0].numel()))
             for m in network.modules() if isinstance(m, (nn.Conv2d, nn.Linear))]
    logits(network, torch.zeros(1, 1, 28, 28))
    for hook in hooks:
        hook.remove()
    return sum(p.numel() for p in network.parameters()), sum(work)


# --- export -------------------------------------------------------------------------------------

class Exported(nn.Module):
    """What the game runs: image -> (probabilities, embedding). The temperature is in the last layer's weights."""

    def __init__(self, network, temperature):
        super().__init__()
        self.network = copy.deepcopy(network).eval()
        for parameter in self.network.last.parameters():
            parameter.data /= temperature

    def forward(self, images):
        embedding = self.network.embed(images)
        return self.network.last(embedding).softmax(1), embedding


def export(network, temperature, path):
    """Writes the ONNX file: input `image` [N, 1, 28, 28], outputs `probabilities` [N, 10] and `embedding` [N, E]."""
    names = ["image", "probabilities", "embedding"]
    torch.onnx.export(Exported(network, temperature), torch.zeros(2, 1, 28, 28), path, opset_version=13,
                      input_names=names[:1], output_names=names[1:], dynamic_axes={name: {0: "N"} for name in names})
