# padai, simulation

simulation-synthetic-data-made-by-simulation-nobody = Synthetic data, made by simulation: nobody was interviewed.
