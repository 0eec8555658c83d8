using System.Globalization;

namespace GameNight.Benchmarks.Endurance;

/// <summary>How long something took, of many times.</summary>
/// <param name="Sorted">Milliseconds, the shortest first.</param>
internal sealed record Quantiles(double[] Sorted)
{
    public double P95 => At(0.95);

    /// <summary>The median, the 95th percentile, the longest and the number, as cells of a table.</summary>
    public string Cells => string.Create(CultureInfo.InvariantCulture, $"{At(0.5):N0} | {P95:N0} | {At(1):N0} | {Sorted.Length:N0}");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{At(0.5):N1} ms (median), {P95:N1} ms (p95), {At(1):N1} ms (longest), n = {Sorted.Length:N0}");

    private double At(double share) => Sorted.Length == 0 ? double.NaN : Sorted[(int)(share * (Sorted.Length - 1))];
}
