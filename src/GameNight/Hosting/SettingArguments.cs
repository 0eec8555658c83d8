using GameNight.Configuration;

namespace GameNight.Hosting;

/// <summary>
/// Checks the arguments that are settings, for every verb alike: <c>--GameNight:DataFolder=PATH</c>, or the value as a word of its own.
/// </summary>
/// <remarks>The configuration would ignore an unknown setting silently, and the game might use another place than was meant.</remarks>
internal static class SettingArguments
{
    private static readonly string[] OfTheHost = ["--urls", "--environment", "--AllowedHosts"];

    private static readonly string[] Sections = [$"--{SettingsReader.Section}:", "--Logging:", "--Kestrel:"];

    /// <exception cref="InvalidSettingsException">Names every argument that is no setting or lacks its value.</exception>
    public static void Check(IReadOnlyList<string> arguments)
    {
        var wrong = Faults(arguments).ToList();
        if (wrong.Count > 0)
            throw new InvalidSettingsException(wrong);
    }

    private static IEnumerable<string> Faults(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i].Split('=')[0];
            var hasValue = name.Length < arguments[i].Length;
            if (!IsKnown(name))
                yield return $"{arguments[i]} is neither an option nor a setting; there are --urls URL and {Sections[0]}NAME=VALUE";
            else if (!hasValue && arguments.ElementAtOrDefault(i + 1) is [not '-', ..])
                i++;
            else if (!hasValue)
                yield return $"{name} has no value; write {name}=VALUE";
        }
    }

    private static bool IsKnown(string name) =>
        OfTheHost.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Sections.Any(section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase));
}
