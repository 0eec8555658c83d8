using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace GameNight.Storage.Sqlite;

/// <summary>
/// Which native SQLite serves. The operating system's library is kept patched by the operating system, the one that comes
/// with the package is of 2021: the first is taken where there is one.
/// </summary>
public static class SqliteLibrary
{
    private const string OfTheSystem = "libsqlite3.so.0";
    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>For the log: where the library came from and its version, e.g. <c>SQLite 3.40.1 (libsqlite3.so.0)</c>. Loads it.</summary>
    public static string Description => Loaded.Value;

    /// <summary>Must come before the first connection of the process; may be repeated.</summary>
    public static void Prepare() => _ = Loaded.Value;

    private static string Load()
    {
        var source = "bundled";
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        Batteries_V2.Init();
        var version = raw.sqlite3_libversion().utf8_to_string();
        return $"SQLite {version} ({source})";

        nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
        {
            if (name != "e_sqlite3" || !NativeLibrary.TryLoad(OfTheSystem, out var library))
                return 0;
            source = OfTheSystem;
            return library;
        }
    }
}
