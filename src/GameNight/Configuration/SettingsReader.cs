using System.Globalization;

namespace GameNight.Configuration;

/// <summary>Takes the settings of a section one after the other, and remembers everything that is wrong with them.</summary>
public sealed class SettingsReader(IConfigurationSection section)
{
    private readonly List<string> _wrong = [];

    private readonly Dictionary<string, string> _given = section.AsEnumerable(makePathsRelative: true)
        .Where(setting => setting.Value is not null)
        .ToDictionary(setting => setting.Key, setting => setting.Value!, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where it is not set, or wrong.</summary>
    public string? Take(string key, Func<string, bool> isValid, string expected)
    {
        if (!_given.Remove(key, out var value) || isValid(value))
            return value;
        _wrong.Add($"{section.Path}:{key} is \"{value}\"; expected {expected}.");
        return null;
    }

    /// <inheritdoc cref="Take"/>
    public bool? TakeSwitch(string key) => Take(key, value => bool.TryParse(value, out _), "true or false") is { } value ? bool.Parse(value) : null;

    /// <inheritdoc cref="Take"/>
    public int? TakeNumber(string key, int least, int most) =>
        Take(key, value => Number(value) is { } number && number >= least && number <= most, $"a whole number from {least:N0} to {most:N0}") is { } value ? Number(value) : null;

    /// <summary>A setting that another one makes necessary.</summary>
    public void Miss(string key, string why) => _wrong.Add($"{section.Path}:{key} is missing: {why}.");

    /// <summary>When everything is taken: what is left is no setting.</summary>
    /// <exception cref="InvalidSettingsException">Names every setting that is wrong, not only the first.</exception>
    public void Finish()
    {
        _wrong.AddRange(_given.Keys.Select(key => $"{section.Path}:{key} is not a setting of this game."));
        if (_wrong.Count > 0)
            throw new InvalidSettingsException(_wrong);
    }

    private static int? Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>The game cannot start with these settings.</summary>
public sealed class InvalidSettingsException(IEnumerable<string> wrong)
    : Exception("The game cannot start:" + string.Concat(wrong.Select(line => $"{Environment.NewLine}  {line}")));
