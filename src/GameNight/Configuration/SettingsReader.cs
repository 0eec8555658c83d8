using System.Globalization;

namespace GameNight.Configuration;

/// <summary>
/// Reads the section <c>GameNight</c> of appsettings.json, the environment and the command line, one setting after the other, and
/// collects everything that is wrong. Each feature takes its own settings; a name that no feature has taken in the end is wrong.
/// </summary>
public sealed class SettingsReader(IConfiguration configuration)
{
    public const string Section = "GameNight";

    private readonly List<string> _wrong = [];

    private readonly Dictionary<string, string> _given = configuration.GetSection(Section).AsEnumerable(makePathsRelative: true)
        .Where(setting => setting.Value is not null)
        .ToDictionary(setting => setting.Key, setting => setting.Value!, StringComparer.OrdinalIgnoreCase);

    /// <summary>Amazon's region, as the environment names it for all of Amazon's tools; null where it does not, or names none.</summary>
    public string? DefaultRegion => configuration["AWS_REGION"] is { Length: > 0 } region ? region
        : configuration["AWS_DEFAULT_REGION"] is { Length: > 0 } other ? other
        : null;

    /// <param name="key">Below the section, such as <c>Host:Token</c>.</param>
    /// <param name="isValid">Whether a value is valid.</param>
    /// <param name="expected">What a valid value is, for the message.</param>
    /// <returns>Null where the setting is absent, or wrong.</returns>
    public string? Take(string key, Func<string, bool> isValid, string expected)
    {
        if (!_given.Remove(key, out var value) || isValid(value))
            return value;
        _wrong.Add($"{Section}:{key} is \"{value}\"; expected {expected}.");
        return null;
    }

    /// <inheritdoc cref="Take"/>
    public bool? TakeSwitch(string key) =>
        Take(key, value => bool.TryParse(value, out _), "true or false") is { } value ? bool.Parse(value) : null;

    /// <inheritdoc cref="Take"/>
    public int? TakeNumber(string key, int least, int most)
    {
        var expected = $"a whole number from {least:N0} to {most:N0}";
        return Take(key, value => Number(value) is { } number && number >= least && number <= most, expected) is { } value
            ? Number(value)
            : null;
    }

    /// <summary>A number, whole or not.</summary>
    /// <inheritdoc cref="Take"/>
    public double? TakeReal(string key, double least, double most)
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");
        return Take(key, value => Real(value) is { } number && number >= least && number <= most, expected) is { } value
            ? Real(value)
            : null;
    }

    /// <inheritdoc cref="Take"/>
    public TimeSpan? TakeSeconds(string key, int least, int most) =>
        TakeNumber(key, least, most) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>A setting without white space in it, such as a name.</summary>
    /// <inheritdoc cref="Take"/>
    public string? TakeWord(string key, string expected) => Take(key, value => value.Length > 0 && !value.Any(char.IsWhiteSpace), expected);

    /// <summary>An address that begins with <c>http://</c> or <c>https://</c>.</summary>
    /// <inheritdoc cref="Take"/>
    public Uri? TakeAddress(string key, string example) =>
        Take(key, IsWebAddress, $"an address such as {example}") is { } value ? new Uri(value) : null;

    /// <summary>An address that begins with <c>http://</c> or <c>https://</c> and ends after the host or port.</summary>
    /// <inheritdoc cref="Take"/>
    public Uri? TakeOrigin(string key, string example) =>
        Take(key, IsOrigin, $"an address without a path, such as {example}") is { } value ? new Uri(value) : null;

    /// <summary>Reads what a setting names, such as a file.</summary>
    /// <param name="key">Below the section.</param>
    /// <param name="read">Reads it; fails where it is missing or damaged.</param>
    /// <returns>Null where the setting is absent, or what it names cannot be read.</returns>
    public T? TakeContent<T>(string key, Func<string, T> read)
        where T : class
    {
        if (!_given.Remove(key, out var value))
            return null;
        try
        {
            return read(value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            _wrong.Add($"{Section}:{key} is \"{value}\", which cannot be read: {e.Message}");
            return null;
        }
    }

    /// <summary>Reports a setting that is missing although another one makes it necessary.</summary>
    public void ReportMissing(string key, string why) => _wrong.Add($"{Section}:{key} is missing: {why}.");

    /// <summary>Ends the reading, when every feature has taken its settings.</summary>
    /// <exception cref="InvalidSettingsException">Names every setting that is wrong or that no feature knows.</exception>
    public void Finish()
    {
        _wrong.AddRange(_given.Keys.Select(key => $"{Section}:{key} is not a setting of this game."));
        if (_wrong.Count > 0)
            throw new InvalidSettingsException(_wrong);
    }

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Real(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsOrigin(string value) => IsWebAddress(value)
        && new Uri(value) is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" };

    private static bool IsWebAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
