using System.Runtime.Loader;
using GameNight.Native.XGBoost;

namespace GameNight.Tests.Native;

public sealed class XgbLibraryTests
{
    [XgbFact]
    public void Version_Library_IsAtLeastTheOldestUsable() =>
        Assert.InRange(XgbLibrary.Version, new Version(1, 6, 0), new Version(99, 0));

    [Fact]
    public void Load_LibraryMissing_NamesThePathEachTime()
    {
        var path = Path.Combine(Path.GetTempPath(), "nowhere", "libxgboost.so.0");
        // The copy of the binding that the other tests use has to load its library before the variable changes.
        _ = XgbFactAttribute.Missing;
        var set = Environment.GetEnvironmentVariable(XgbLibrary.PathVariable);
        Environment.SetEnvironmentVariable(XgbLibrary.PathVariable, path);
        var context = new AssemblyLoadContext(nameof(XgbLibraryTests), isCollectible: true);
        try
        {
            // A second copy, with its own static state.
            var load = context.LoadFromAssemblyPath(typeof(Booster).Assembly.Location)
                .GetType(typeof(Booster).FullName!)!.GetMethod(nameof(Booster.Load))!;
            var message = Assert.Single(Enumerable.Range(0, 3).Select(_ => Message(load.CreateDelegate<LoadBooster>())).Distinct());
            Assert.Contains($"Looked for: {path} (", message, StringComparison.Ordinal);
            Assert.Contains($"set {XgbLibrary.PathVariable} to the full path", message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(XgbLibrary.PathVariable, set);
            context.Unload();
        }
    }

    private static string Message(LoadBooster load)
    {
        var thrown = Record.Exception(() => { load("{}"u8); });
        Assert.Equal(typeof(XgbLibraryMissingException).FullName, thrown?.GetType().FullName);
        return thrown!.Message;
    }

    private delegate object LoadBooster(ReadOnlySpan<byte> bytes);
}
