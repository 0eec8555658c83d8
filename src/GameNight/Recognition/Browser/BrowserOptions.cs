using GameNight.Configuration;

namespace GameNight.Recognition.Browser;

/// <summary>Which model files browsers may load, to guess by themselves.</summary>
/// <param name="Allowed">Which.</param>
public sealed record BrowserOptions(AllowedModels Allowed = AllowedModels.Shipped)
{
    public static BrowserOptions Read(SettingsReader settings) =>
        settings.Take("Browser:Models", value => Enum.GetNames<AllowedModels>().Contains(value), "Shipped, InService or None") is { } named
            ? new(Enum.Parse<AllowedModels>(named))
            : new();
}
