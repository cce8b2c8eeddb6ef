// One template for each Kamervraag: what they all have.
export default {
  layout: "kamervraag.njk",
  tags: "kamervraag",
  permalink: ({ sleutel }) => `kamervraag/${/^\d{4}/.exec(sleutel)?.[0] ?? "onbekend"}/${sleutel}.html`,
};
