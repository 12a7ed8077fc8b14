// Imported by commands that print much: a reader that has seen enough (`| head`) ends them quietly.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
