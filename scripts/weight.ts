export async function checkWeight() {
  return true;
}
