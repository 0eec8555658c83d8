namespace GameNight.Statistics;

/// <summary>The distributions that a varied hand needs, drawn from a generator that its owner has seeded.</summary>
internal static class RandomNumbers
{
    extension(Random random)
    {
        public double Between(double low, double high) => low + (high - low) * random.NextDouble();

        public bool Chance(double share) => random.NextDouble() < share;

        /// <summary>Mean 0, deviation 1 (Box and Muller 1958).</summary>
        public double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
