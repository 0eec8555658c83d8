using GameNight.Background;

namespace GameNight.Models.Registry;

/// <summary>
/// Notices that a version was published, activated or deleted in the folder of this machine, whichever process did it. A bucket tells
/// nothing: there, no such signal is registered.
/// </summary>
/// <param name="folder">The folder of the versions that the game publishes.</param>
/// <param name="log">For a folder that can't be watched.</param>
public sealed class RegistrySignal(string folder, ILogger<RegistrySignal> log)
    : FolderSignal(folder, "*", log, ActivationFile.FolderName);
