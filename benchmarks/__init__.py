"""Side-by-side timings against peers and limits; results by date in results/."""
