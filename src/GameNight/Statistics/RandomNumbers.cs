namespace GameNight.Statistics;

/// <summary>Draws from distributions.</summary>
internal static class RandomNumbers
{
    extension(Random random)
    {
        /// <summary>Uniform from <paramref name="low"/> to <paramref name="high"/>.</summary>
        public double Between(double low, double high) => low + (high - low) * random.NextDouble();

        /// <summary>True with a probability of 0 to 1.</summary>
        public bool Chance(double probability) => random.NextDouble() < probability;

        /// <summary>Normal with mean 0 and standard deviation 1 (G. E. P. Box, M. E. Muller, 1958).</summary>
        public double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
