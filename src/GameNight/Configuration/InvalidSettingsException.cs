namespace GameNight.Configuration;

/// <summary>The game cannot start with these settings.</summary>
/// <param name="wrong">A sentence for each setting that is wrong; it names the setting.</param>
public sealed class InvalidSettingsException(IEnumerable<string> wrong)
    : Exception("The game cannot start:" + string.Concat(wrong.Select(line => $"{Environment.NewLine}  {line}")));
