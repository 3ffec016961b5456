"""Writes optimizer.json: 20 steps of torch.optim.AdamW with and without clipping, and weighted losses, float32."""

import json
import pathlib

import torch

torch.manual_seed(0)
decayed = {"a": [1, 6], "b": [1, 6], "c": [1, 6], "matrix": [3, 4], "token": [1, 1, 5]}
kept = {"bias": [5], "norm": [6]}
shapes = {**decayed, **kept}
initial = {name: torch.randn(shape) for name, shape in shapes.items()}
rates = [1e-3 if step < 5 else 1e-2 * (1 - (step - 5) / 15) ** 0.9 for step in range(20)]


def has_gradient(name: str, step: int) -> bool:
    """`b` misses some steps from the start, `token` all but a few, as when an encoder does not run."""
    return not (name == "b" and step % 3 == 0) and not (name == "token" and step % 7 != 2)


gradients = [
    {name: torch.randn(shape) * (1 + step % 4) for name, shape in shapes.items() if has_gradient(name, step)}
    for step in range(20)
]


def run(clip):
    parameters = {name: torch.nn.Parameter(value.clone()) for name, value in initial.items()}
    groups = [
        {"params": [parameters[name] for name in decayed], "weight_decay": 0.02},
        {"params": [parameters[name] for name in kept], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.999), eps=1e-8)
    norms = []
    for step in range(20):
        for name, parameter in parameters.items():
            given = gradients[step].get(name)
            parameter.grad = None if given is None else given.clone()
        norms.append(torch.nn.utils.clip_grad_norm_(parameters.values(), clip or float("inf")).item())
        for group in optimizer.param_groups:
            group["lr"] = rates[step]
        optimizer.step()
    return {"norms": norms, "final": {name: value.detach().flatten().tolist() for name, value in parameters.items()}}


def flat(tensors):
    return {name: tensor.flatten().tolist() for name, tensor in tensors.items()}


def losses():
    logits = torch.randn(6, 4) * 3
    labels = torch.tensor([0, 1, 1, 3, 0, 1])
    sets = (torch.rand(6, 4) < 0.4).float()
    weights = torch.tensor([0.5, 2.0, 1.0, 3.5])
    results = {}
    for name, loss, target in [
        ("softmax", torch.nn.CrossEntropyLoss(weight=weights), labels),
        ("smoothed", torch.nn.CrossEntropyLoss(weight=weights, label_smoothing=0.1), labels),
        ("sigmoid", torch.nn.BCEWithLogitsLoss(pos_weight=weights), sets),
    ]:
        z = logits.clone().requires_grad_()
        value = loss(z, target)
        value.backward()
        results[name] = {"loss": value.item(), "gradient": z.grad.tolist()}
    given = {"logits": logits.tolist(), "labels": labels.tolist(), "sets": sets.tolist(), "weights": weights.tolist()}
    return {**given, **results}


contents = {
    "torch": torch.__version__,
    "shapes": shapes,
    "rates": rates,
    "initial": flat(initial),
    "gradients": [flat(step) for step in gradients],
    "plain": run(None),
    "clipped": {"clipNorm": 9, **run(9.0)},
    "losses": losses(),
}
pathlib.Path(__file__).with_name("optimizer.json").write_text(json.dumps(contents) + "\n")
