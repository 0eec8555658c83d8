using System.Text.RegularExpressions;

namespace GameNight.Models;

/// <summary>Names one version of one algorithm. Both names are safe in paths and URLs.</summary>
public sealed partial record ModelKey
{
    /// <param name="algorithm">Lower-case letters, digits and hyphens between them, at most 64 characters: <c>mnist-cnn</c>.</param>
    /// <param name="version">
    /// Letters, digits, <c>.</c>, <c>_</c> and <c>-</c>, the first a letter or digit, at most 64 characters: <c>3</c>.
    /// </param>
    /// <exception cref="InvalidModelException">A name has another form.</exception>
    public ModelKey(string algorithm, string version)
    {
        if (!IsAlgorithm(algorithm))
        {
            throw new InvalidModelException(
                $"\"{algorithm}\" cannot be an algorithm's id: lower-case letters, digits and hyphens between them, at most 64.");
        }

        if (!VersionPattern().IsMatch(version))
        {
            throw new InvalidModelException(
                $"\"{version}\" cannot be a version: letters, digits, dots, hyphens and underscores, at most 64.");
        }

        (Algorithm, Version) = (algorithm, version);
    }

    public string Algorithm { get; }

    public string Version { get; }

    /// <summary>The version as a number, 1 or greater; 0 for a version that is none, which so comes before all that are.</summary>
    public int Number => int.TryParse(Version, out var number) ? number : 0;

    public static bool IsAlgorithm(string id) => AlgorithmPattern().IsMatch(id);

    public static bool IsVersion(string version) => VersionPattern().IsMatch(version);

    public override string ToString() => $"{Algorithm} version {Version}";

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?\z")]
    private static partial Regex AlgorithmPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex VersionPattern();
}
