using GameNight.Background;

namespace GameNight.Storage;

/// <summary>
/// Notices that observations or documents have changed in the database file of this machine, whichever process wrote them. A table tells
/// nothing: there, no such signal is registered.
/// </summary>
/// <param name="folder">The folder of the database file.</param>
/// <param name="file">Its name. Every write goes through the write-ahead log beside it.</param>
/// <param name="log">For a folder that can't be watched.</param>
public sealed class StoreSignal(string folder, string file, ILogger<StoreSignal> log) : FolderSignal(folder, file + "-wal", log);
