/*
 * The binding of tfjs-node keeps every name of an attribute that it was ever given in one set of the process (`ATTR_NAME_SET`
 * in its `binding/tfjs_backend.cc`), and no lock guards it. Two threads that give it a new name at the same time break
 * its tree: the process crashes, or searches it for ever. Names that it has it only looks up, which any number of threads may.
 */

/** What is used of the native module of tfjs-node. */
export interface NamingBinding {
  readonly TF_ATTR_INT: number;
  executeOp(
    name: string,
    attributes: readonly { readonly name: string; readonly type: number; readonly value: number }[],
    inputs: readonly number[],
    outputs: number,
  ): unknown;
}

/** Of every attribute that TensorFlow.js or our own code gives an operation. */
export const attributeNames: readonly string[] = [
  'DstT Index N SrcT T TI T_threshold Taxis Tblock_shape Tcomplex Tcrops Tidx Tindices Tlen Tmultiples Tnumsegments Tout',
  'Tpaddings Tparams Tperm Truncate Tseed Tshape _kernel acceptable_fraction adj_x adj_y align_corners alpha axis',
  'batch_dims begin_mask beta bias block_size channels chroma_downsampling compression container data_format dct_method',
  'density_unit depth_radius dilations dtype ellipsis_mask end_mask epsilon equation exclusive explicit_paddings',
  'extrapolation_value fancy_upscaling format half_pixel_centers index_type is_training keep_dims ksize method mode',
  'new_axis_mask num num_split optimize_size out_idx output_dtype output_type pad_to_max_output_size padding pattern',
  'progressive quality rates ratio replace_global reverse rewrite seed seed2 shared_name shrink_axis_mask sorted strides',
  'transpose_a transpose_b try_recover_truncated type use_cudnn_on_gpu validate_indices x_density xmp_metadata y_density',
].flatMap((line) => line.split(' '));

/**
 * Makes all names of attributes known to the binding, so that threads may compute at the same time. Called while only
 * one thread computes: before a second is started.
 */
export function nameAttributes(binding: NamingBinding): void {
  const attributes = attributeNames.map((name) => ({ name, type: binding.TF_ATTR_INT, value: 0 }));
  binding.executeOp('NoOp', attributes, [], 0);
}
