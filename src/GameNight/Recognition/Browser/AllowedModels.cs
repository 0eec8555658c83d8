namespace GameNight.Recognition.Browser;

/// <summary>Which model files anybody may load.</summary>
public enum AllowedModels
{
    /// <summary>Those that ship with the game, which are public anyhow.</summary>
    Shipped,

    /// <summary>Also those that were learned or imported here, while they are in service.</summary>
    InService,

    /// <summary>None: all guesses are the server's.</summary>
    None,
}
