using GameNight.Training.Examples;

namespace GameNight.Retraining.Tuning;

/// <summary>A learner whose parameters can be searched.</summary>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="Section">The section of its settings, such as <c>Training:Network</c>.</param>
/// <param name="Names">The names of its parameters, each a setting of the section.</param>
/// <param name="Current">The values that are set now, in the order of the names.</param>
/// <param name="Draw">Draws values for a search.</param>
/// <param name="Create">Makes a learner with values.</param>
internal sealed record TunableLearner(
    string Algorithm,
    string Section,
    IReadOnlyList<string> Names,
    IReadOnlyList<double> Current,
    Func<Random, IReadOnlyList<double>> Draw,
    Func<IReadOnlyList<double>, ILearner> Create)
{
    /// <summary>A learner with options.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="section">The section of its settings.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="options">The options as they are set now.</param>
    /// <param name="create">Makes a learner with options.</param>
    public static TunableLearner Of<TOptions>(
        string algorithm,
        string section,
        IReadOnlyList<LearnerParameter<TOptions>> parameters,
        TOptions options,
        Func<TOptions, ILearner> create) =>
        new(
            algorithm,
            section,
            [.. parameters.Select(parameter => parameter.Name)],
            [.. parameters.Select(parameter => parameter.Read(options))],
            random => [.. parameters.Select(parameter => DrawValue(parameter.Searched, parameter.IsWhole, random))],
            values => create(parameters.Zip(values).Aggregate(options, (with, pair) => pair.First.Write(with, pair.Second))));

    /// <summary>Log-uniform, and rounded to two significant digits, or to a whole number.</summary>
    private static double DrawValue((double Least, double Most) range, bool isWhole, Random random)
    {
        var value = range.Least * Math.Pow(range.Most / range.Least, random.NextDouble());
        var unit = isWhole ? 1 : Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return Math.Clamp(Math.Round(Math.Round(value / unit) * unit, 6), range.Least, range.Most);
    }
}
