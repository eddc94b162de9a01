# padai, simulation

simulation-chosen = Chosen
simulation-not-chosen = Not chosen
simulation-synthetic-data-made-by-simulation-nobody = Synthetic data, made by simulation: nobody was interviewed.
