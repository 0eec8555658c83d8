namespace GameNight.Monitoring;

/// <summary>What is counted of an instrument under one set of tags. Safe for concurrent use.</summary>
internal sealed class MetricSeries
{
    /// <summary>The upper ends of a histogram's buckets, in seconds: from a guess to a long training.</summary>
    public static readonly double[] Bounds =
        [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

    private readonly Lock _changing = new();
    private readonly long[] _buckets = new long[Bounds.Length + 1];
    private double _value;

    /// <summary>Adds to the sum, and counts the measurement.</summary>
    public void Add(double measurement)
    {
        var bucket = Array.BinarySearch(Bounds, measurement);
        lock (_changing)
        {
            _value += measurement;
            // Between two bounds, the complement is the upper one.
            _buckets[bucket < 0 ? ~bucket : bucket]++;
        }
    }

    /// <summary>Replaces the value of a gauge.</summary>
    public void Set(double measurement)
    {
        lock (_changing)
            _value = measurement;
    }

    /// <summary>The sum or the gauge's value, and how many measurements are in each bucket; the last has those beyond all bounds.</summary>
    public (double Value, long[] Buckets) Read()
    {
        lock (_changing)
            return (_value, [.. _buckets]);
    }
}
