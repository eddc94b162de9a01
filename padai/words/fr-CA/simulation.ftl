# padai, simulation

simulation-chosen = Choisi
simulation-not-chosen = Non choisi
simulation-synthetic-data-made-by-simulation-nobody = Données fictives, simulées : personne n’a été interrogé.
