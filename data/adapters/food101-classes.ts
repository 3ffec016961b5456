/**
 * The 101 classes of UPMC Food-101 in the order of missing-aware prompts' class_idx.json, that of first appearance, by
 * which tables number them.
 */
export const food101Classes: readonly string[] = `
  frozen_yogurt tacos gnocchi ramen sushi spaghetti_carbonara foie_gras club_sandwich chicken_curry
  caprese_salad guacamole fish_and_chips seaweed_salad samosa shrimp_and_grits prime_rib cheese_plate
  grilled_cheese_sandwich omelette macarons pancakes paella crab_cakes onion_rings poutine panna_cotta
  hamburger eggs_benedict pizza cup_cakes red_velvet_cake huevos_rancheros french_toast pad_thai
  beef_tartare beet_salad garlic_bread escargots cheesecake tuna_tartare french_fries pulled_pork_sandwich
  ravioli clam_chowder baby_back_ribs pork_chop chicken_quesadilla grilled_salmon dumplings fried_rice
  macaroni_and_cheese hot_and_sour_soup tiramisu lobster_roll_sandwich filet_mignon lobster_bisque risotto
  takoyaki waffles miso_soup scallops hummus french_onion_soup spaghetti_bolognese gyoza sashimi
  caesar_salad donuts pho creme_brulee edamame apple_pie carrot_cake croque_madame chocolate_cake mussels
  chocolate_mousse deviled_eggs ice_cream chicken_wings steak churros beignets breakfast_burrito
  spring_rolls lasagna cannoli nachos bruschetta hot_dog greek_salad beef_carpaccio falafel
  strawberry_shortcake bread_pudding ceviche peking_duck bibimbap oysters fried_calamari baklava
`
  .trim()
  .split(/\s+/);
