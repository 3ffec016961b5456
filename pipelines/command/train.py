"""A small classifier in PyTorch for a `command` step: pixels and words of samples that `preprocess` made.

What it reads and writes is named by the environment, see docs/command.md. It saves its state after every epoch and goes on
from there; random numbers are drawn anew for each epoch, so that a training that was killed ends with the same weights.
"""

import argparse
import hashlib
import json
import os
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn.functional import cross_entropy

INPUTS, OUTPUT, CHECKPOINTS = (Path(os.environ[f"LACUNA_{name}"]) for name in ("INPUTS", "OUTPUT", "CHECKPOINTS"))
CELLS = {"complete": (1, 1), "only-image": (1, 0), "only-text": (0, 1)}


class Classifier(nn.Module):
    """The sum of what each modality says; one that is missing says nothing."""

    def __init__(self, pixels, tokens, classes, width=64):
        super().__init__()
        self.image = nn.Linear(pixels, width)
        self.words = nn.Embedding(tokens, width)
        self.head = nn.Linear(width, classes)

    def forward(self, image, ids, lengths, has):
        there = (torch.arange(ids.shape[1]) < lengths[:, None]).float()[..., None]
        text = (self.words(ids) * there).sum(1) / lengths[:, None]
        return self.head(torch.relu(self.image(image)) * has[:, :1] + text * has[:, 1:])


def read(folder, split):
    """Pixels, token ids, lengths and labels of a split."""
    dataset = json.loads((folder / "dataset.json").read_text())
    shards = [load_file(folder / shard["file"]) for shard in dataset["shards"]]
    tensor = lambda name: torch.cat([shard[name] for shard in shards])
    rows = torch.tensor([row for row, sample in enumerate(dataset["samples"]) if sample["split"] == split])
    labels = torch.tensor([sample["label"] for sample in dataset["samples"]])[rows]
    image = tensor("image.pixels").flatten(1).float()[rows] / 127.5 - 1
    return image, tensor("text.ids").long()[rows], tensor("text.lengths").long()[rows], labels, len(dataset["classes"])


def replace(path, write):
    """Writes under another name and renames: Lacuna never sees half a file."""
    write(f"{path}.tmp")
    os.replace(f"{path}.tmp", path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, required=True)
    seed = parser.parse_known_args()[0].seed
    params = json.loads(Path(os.environ["LACUNA_PARAMS"]).read_text())
    torch.use_deterministic_algorithms(True)
    torch.set_num_threads(1)
    torch.manual_seed(seed)

    image, ids, lengths, labels, classes = read(INPUTS / "samples", "train")
    tokens = params["vocabulary"]
    model = Classifier(image.shape[1], tokens, classes)
    optimizer = torch.optim.AdamW(model.parameters(), lr=params["lr"])
    begin, state = 0, CHECKPOINTS / "state.pt"
    if state.exists():
        saved = torch.load(state)
        begin = saved["epoch"]
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
    print(f"begins with epoch {begin}", flush=True)

    for epoch in range(begin, params["epochs"]):
        random = torch.Generator().manual_seed(1_000_003 * seed + epoch)
        losses = []
        for batch in torch.randperm(len(labels), generator=random).split(params["batchSize"]):
            # One in three samples loses its picture, one in three its words.
            lost = torch.randint(3, (len(batch),), generator=random)
            has = torch.stack([(lost != 0).float(), (lost != 1).float()], 1)
            loss = cross_entropy(model(image[batch], ids[batch], lengths[batch], has), labels[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        saved = {"epoch": epoch + 1, "model": model.state_dict(), "optimizer": optimizer.state_dict()}
        replace(state, lambda path: torch.save(saved, path))
        mean = sum(losses) / len(losses)
        line = {"done": epoch + 1, "total": params["epochs"], "unit": "epochs", "metrics": {"loss": mean}}
        with open(os.environ["LACUNA_PROGRESS"], "a") as progress:
            progress.write(json.dumps(line) + "\n")
        print(f"epoch {epoch + 1}: loss {mean:.4f}", flush=True)

    image, ids, lengths, labels, _ = read(INPUTS / "samples", "test")
    scores = []
    for cell, available in CELLS.items():
        with torch.no_grad():
            said = model(image, ids, lengths, torch.tensor([available]).float().expand(len(labels), 2)).argmax(1)
        value = 100 * (said == labels).double().mean().item()
        scores.append({"cell": cell, "metric": "accuracy", "value": value, "n": len(labels)})
    Path(os.environ["LACUNA_SCORES"]).write_text(json.dumps(scores))
    save_file(model.state_dict(), OUTPUT / "model.safetensors")
    digest = hashlib.sha256((OUTPUT / "model.safetensors").read_bytes()).hexdigest()
    print(f"ends with weights {digest}", flush=True)


if __name__ == "__main__":
    main()
