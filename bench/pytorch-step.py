"""One case of the training benchmark in PyTorch, as a user of transformers and peft would write it.

usage: python pytorch-step.py CASE_FOLDER

Makes the models of `case.json` with random weights, leaves weights and initial learnable tensors in the folder for
the other side, prints a line of JSON and then answers each line on stdin. `N`: it does one training step on
`step-N.safetensors` and prints how long that took, the loss, and the most memory so far. `check`: it prints the loss of
step 0 without dropout and changes nothing. Ends with its stdin.
"""

import json
import os
import pathlib
import sys
import time

import torch
import torch.nn.functional as F
from peft import LoraConfig, inject_adapter_in_model
from safetensors.torch import load_file, save_file
from torch import nn
from transformers import ASTConfig, ASTModel, BertConfig, BertModel, CLIPVisionConfig, CLIPVisionModel
from transformers.modeling_attn_mask_utils import _prepare_4d_attention_mask_for_sdpa

# Where a block's query, key, value and output projections lie.
TARGETS = {
    "clip-vit": r".*\.self_attn\.(q_proj|k_proj|v_proj|out_proj)",
    "bert": r"encoder\.layer\.\d+\.attention\.(self\.(query|key|value)|output\.dense)",
    "ast": r"encoder\.layer\.\d+\.attention\.(attention\.(query|key|value)|output\.dense)",
}
CLASSES = {
    "clip-vit": (CLIPVisionConfig, CLIPVisionModel),
    "bert": (BertConfig, BertModel),
    "ast": (ASTConfig, ASTModel),
}


def make_encoder(tower):
    config_class, model_class = CLASSES[tower["architecture"]]
    return model_class(config_class(**tower["config"]))


class Tower(nn.Module):
    """A frozen encoder with adapters and a mask token: class and mask token of a batch, each [batch, dim]."""

    def __init__(self, tower, encoder, lora):
        super().__init__()
        self.architecture = tower["architecture"]
        self.frames = tower["frames"]
        encoder.requires_grad_(False)
        config = LoraConfig(
            r=lora["rank"],
            lora_alpha=lora["alpha"],
            lora_dropout=lora["dropout"],
            target_modules=TARGETS[self.architecture],
            bias="none",
        )
        self.encoder = inject_adapter_in_model(config, encoder)
        self.mask_token = nn.Parameter(torch.randn(1, 1, encoder.config.hidden_size) * 0.02)

    def append(self, hidden):
        """[batch, tokens, dim] -> [batch, tokens + 1, dim]"""
        return torch.cat([hidden, self.mask_token.expand(len(hidden), -1, -1)], 1)

    def clip(self, pixels):
        vision = self.encoder.vision_model
        hidden = vision.pre_layrnorm(self.append(vision.embeddings(pixels)))
        hidden = vision.encoder(inputs_embeds=hidden).last_hidden_state
        return vision.post_layernorm(hidden[:, [0, -1]])

    def bert(self, ids, mask):
        hidden = self.append(self.encoder.embeddings(input_ids=ids))
        mask = torch.cat([mask, mask.new_ones(len(mask), 1)], 1)  # [batch, length + 1]
        mask = _prepare_4d_attention_mask_for_sdpa(mask, hidden.dtype)  # None where all is seen
        return self.encoder.encoder(hidden, attention_mask=mask).last_hidden_state[:, [0, -1]]

    def ast(self, spectrogram):
        hidden = self.append(self.encoder.embeddings(spectrogram))
        hidden = self.encoder.encoder(hidden).last_hidden_state
        return self.encoder.layernorm(hidden[:, [0, -1]])

    def forward(self, inputs):
        if self.architecture == "bert":
            ends = self.bert(inputs["ids"], inputs["mask"])
        elif self.architecture == "ast":
            ends = self.ast(inputs["spectrogram"])
        else:
            ends = self.clip(inputs["pixels"])
        # Frames of a sample are rows one after the other: [batch * frames, 2, dim] -> [batch, 2, dim]
        ends = ends.unflatten(0, (-1, self.frames)).mean(1) if self.frames > 1 else ends
        return ends[:, 0], ends[:, 1]


class Model(nn.Module):
    """Two towers, selection of tokens, their sum, and a linear head."""

    def __init__(self, case, encoders):
        super().__init__()
        self.towers = nn.ModuleDict(
            {tower["modality"]: Tower(tower, encoders[tower["modality"]], case["lora"]) for tower in case["towers"]}
        )
        self.head = nn.Linear(case["towers"][0]["config"]["hidden_size"], case["classes"])

    def losses(self, batch, weight):
        (first, second) = self.towers
        cls_first, mask_first = self.towers[first](batch[first])
        cls_second, mask_second = self.towers[second](batch[second])
        has_first, has_second = (batch[name]["selected"][:, None] for name in (first, second))  # [batch, 1]
        fused = torch.where(has_first > 0, cls_first, mask_second) + torch.where(has_second > 0, cls_second, mask_first)
        task = F.cross_entropy(self.head(fused), batch["labels"])
        align = F.mse_loss(mask_first, cls_second) + F.mse_loss(mask_second, cls_first)
        return task + weight * align


def read_batch(file):
    """Tensors of a step by modality and name, texts padded to the limit."""
    tensors = load_file(file)
    batch = {"labels": tensors.pop("labels").long()}
    for name, tensor in tensors.items():
        modality, _, field = name.partition(".")
        integral = field in ("ids", "mask")
        batch.setdefault(modality, {})[field] = tensor.long() if integral else tensor
    return batch


def initial_tensors(model):
    """Learnable tensors before the first step, under the other side's names."""
    named = {}
    for modality, tower in model.towers.items():
        named[f"{modality}.mask_token"] = tower.mask_token.data
        for name, parameter in tower.encoder.named_parameters():
            if parameter.requires_grad:
                projection, _, matrix = name.removeprefix("vision_model.").partition(".lora_")
                named[f"{modality}.lora.{projection}.{matrix[0]}"] = parameter.data
    return {**named, "head.weight": model.head.weight.data, "head.bias": model.head.bias.data}


def make_optimizer(model, options):
    learnable = [parameter for parameter in model.parameters() if parameter.requires_grad]
    groups = [
        {"params": [p for p in learnable if p.dim() > 1], "weight_decay": options["weightDecay"]},
        {"params": [p for p in learnable if p.dim() <= 1], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=options["lr"], fused=True)


def step(model, optimizer, batch, weight):
    optimizer.zero_grad(set_to_none=True)
    loss = model.losses(batch, weight)
    loss.backward()
    optimizer.step()
    return loss.item()


def check(model, batch, weight):
    """The loss without dropout."""
    model.eval()
    with torch.no_grad():
        loss = model.losses(batch, weight).item()
    model.train()
    return loss


def peak_memory():
    """Most memory that the process has had so far, in MiB."""
    for line in pathlib.Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the system does not say VmHWM")


def say(**values):
    print(json.dumps(values), flush=True)


def main():
    folder = pathlib.Path(sys.argv[1])
    case = json.loads((folder / "case.json").read_text())
    torch.set_num_threads(len(os.sched_getaffinity(0)))
    torch.manual_seed(case["seed"])
    encoders = {tower["modality"]: make_encoder(tower) for tower in case["towers"]}
    for modality, encoder in encoders.items():
        encoder.save_pretrained(folder / modality)
    model = Model(case, encoders).train()
    tensors = {name: tensor.contiguous() for name, tensor in initial_tensors(model).items()}
    save_file(tensors, folder / "initial.safetensors")
    optimizer = make_optimizer(model, case["optimizer"])
    learnable = sum(parameter.numel() for parameter in model.parameters() if parameter.requires_grad)
    say(learnable=learnable, version=f"PyTorch {torch.__version__}", peakRssMiB=peak_memory())
    for line in sys.stdin:
        if line.strip() == "check":
            say(loss=check(model, read_batch(folder / "step-0.safetensors"), case["lambda"]))
            continue
        batch = read_batch(folder / f"step-{int(line)}.safetensors")
        started = time.perf_counter()
        loss = step(model, optimizer, batch, case["lambda"])
        ms = 1000 * (time.perf_counter() - started)
        say(ms=ms, loss=loss, peakRssMiB=peak_memory())


main()
