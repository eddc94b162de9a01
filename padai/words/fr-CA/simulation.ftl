# padai, simulation

simulation-synthetic-data-made-by-simulation-nobody = Données fictives, simulées : personne n’a été interrogé.
