"""Checks exported models with the Python libraries that they are meant for; test/python/run.ts calls it.

usage: python check_export.py make FOLDER    writes tiny encoders, and inputs for them
       python check_export.py check FOLDER   loads the exports in the folder and compares what they compute

Every number must agree with Lacuna's, which lie in `ours-MODEL.safetensors`, within 1e-4.
"""

import pathlib
import sys

import torch
from peft import PeftModel
from safetensors.torch import load_file, save_file
from transformers import ASTConfig, ASTModel, BertConfig, BertModel, CLIPVisionConfig, CLIPVisionModel
from transformers.modeling_attn_mask_utils import _prepare_4d_attention_mask_for_sdpa

TOLERANCE = 1e-4
SIZE = {"hidden_size": 48, "intermediate_size": 96, "num_hidden_layers": 2, "num_attention_heads": 4}
# Weights so large that every path matters.
SPREAD = {"initializer_range": 0.2}
ENCODERS = {
    "clip": CLIPVisionModel(CLIPVisionConfig(**SIZE, **SPREAD, image_size=32, patch_size=8, initializer_factor=4.0)),
    "bert": BertModel(BertConfig(**SIZE, **SPREAD, vocab_size=200, max_position_embeddings=24)),
    "ast": ASTModel(ASTConfig(**SIZE, **SPREAD, max_length=40, num_mel_bins=32)),
}
CLASSES = {"clip": CLIPVisionModel, "bert": BertModel, "ast": ASTModel}
# Towers of each model, by modality.
MODELS = {"image-text": {"image": "clip", "text": "bert"}, "audio-video": {"audio": "ast", "video": "clip"}}
BATCH, FRAMES = 3, 3


def make(folder):
    generator = torch.Generator().manual_seed(5)
    normal = lambda *shape: torch.randn(*shape, generator=generator)
    for name, encoder in ENCODERS.items():
        encoder.save_pretrained(folder / name)
    mask = (torch.arange(12) < torch.tensor([[12], [7], [2]])).int()
    ids = torch.randint(5, 200, (BATCH, 12), generator=generator).int() * mask
    save_file(
        {
            "image.pixels": normal(BATCH, 3, 32, 32),
            "text.ids": ids,
            "text.mask": mask,
            "audio.spectrogram": normal(BATCH, 40, 32),
            "video.pixels": normal(BATCH * FRAMES, 3, 32, 32),
        },
        folder / "inputs.safetensors",
    )


def embed(encoder, inputs):
    """Output of the embedding layer and the mask of its tokens, if there is one."""
    if isinstance(encoder, BertModel):
        return encoder.embeddings(input_ids=inputs["ids"]), inputs["mask"]
    if isinstance(encoder, CLIPVisionModel):
        return encoder.vision_model.embeddings(inputs["pixels"]), None
    return encoder.embeddings(inputs["spectrogram"]), None


def run(encoder, hidden, mask):
    """All blocks and the last norm: [batch, tokens, dim]."""
    if isinstance(encoder, BertModel):
        mask = _prepare_4d_attention_mask_for_sdpa(mask, hidden.dtype)
        return encoder.encoder(hidden, attention_mask=mask).last_hidden_state
    if isinstance(encoder, CLIPVisionModel):
        vision = encoder.vision_model
        hidden = vision.encoder(inputs_embeds=vision.pre_layrnorm(hidden)).last_hidden_state
        return vision.post_layernorm(hidden)
    return encoder.layernorm(encoder.encoder(hidden).last_hidden_state)


def tokens(encoder, inputs, mask_token, frames):
    """Class token and mask token, each [batch, dim]; frames of a video are averaged."""
    hidden, mask = embed(encoder, inputs)
    hidden = torch.cat([hidden, mask_token.expand(len(hidden), -1, -1)], 1)
    if mask is not None:
        mask = torch.cat([mask, mask.new_ones(len(mask), 1)], 1)
    ends = run(encoder, hidden, mask)[:, [0, -1]]
    return ends.unflatten(0, (-1, frames)).mean(1).unbind(1)


def plain_output(encoder, inputs):
    """What the model returns when it is simply called: `last_hidden_state`, for CLIP after its last norm."""
    if isinstance(encoder, BertModel):
        return encoder(input_ids=inputs["ids"], attention_mask=inputs["mask"]).last_hidden_state
    if isinstance(encoder, CLIPVisionModel):
        hidden = encoder(pixel_values=inputs["pixels"]).last_hidden_state
        return encoder.vision_model.post_layernorm(hidden)
    return encoder(input_values=inputs["spectrogram"]).last_hidden_state


def load(folder, form, model, modality, kind):
    exported = folder / f"{form}-{model}" / modality
    if form == "merged":
        return CLASSES[kind].from_pretrained(exported)
    return PeftModel.from_pretrained(CLASSES[kind].from_pretrained(folder / kind), exported).base_model.model


def outputs(folder, form, model):
    """Hidden states of each tower and logits with both modalities and with each alone, by name."""
    inputs = load_inputs(folder)
    rest = load_file(folder / f"{form}-{model}" / "rest.safetensors")
    results, encoded = {}, []
    for modality, kind in MODELS[model].items():
        encoder = load(folder, form, model, modality, kind).eval()
        results[f"{modality}.hidden"] = plain_output(encoder, inputs[modality])
        frames = FRAMES if modality == "video" else 1
        encoded.append(tokens(encoder, inputs[modality], rest[f"{modality}.mask_token"], frames))
    (cls_first, mask_first), (cls_second, mask_second) = encoded
    head = lambda fused: fused @ rest["head.weight"].T + rest["head.bias"]
    first, second = MODELS[model]
    results["logits.complete"] = head(cls_first + cls_second)
    results[f"logits.only-{first}"] = head(cls_first + mask_first)
    results[f"logits.only-{second}"] = head(cls_second + mask_second)
    return results


def load_inputs(folder):
    inputs = {}
    for name, tensor in load_file(folder / "inputs.safetensors").items():
        modality, _, field = name.partition(".")
        inputs.setdefault(modality, {})[field] = tensor
    return inputs


def check(folder):
    worst = 0.0
    for model in MODELS:
        ours = load_file(folder / f"ours-{model}.safetensors")
        for form in ("peft", "merged"):
            theirs = outputs(folder, form, model)
            if theirs.keys() != ours.keys():
                raise SystemExit(f"{model}: {sorted(theirs)} are to be compared with {sorted(ours)}")
            for name, values in theirs.items():
                difference = (values - ours[name]).abs().max().item()
                scale = values.abs().max().item()
                worst = max(worst, difference)
                print(f"{form:6} {model:11} {name:19} largest {scale:7.3f}, difference {difference:.1e}")
    if not worst <= TOLERANCE:
        raise SystemExit(f"the largest difference is {worst:.1e}, more than {TOLERANCE:.0e}")
    print(f"all agree within {TOLERANCE:.0e}")


if __name__ == "__main__":
    command, place = sys.argv[1:]
    with torch.no_grad():
        {"make": make, "check": check}[command](pathlib.Path(place))
