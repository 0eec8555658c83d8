using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Tests.Native;

public sealed class OrtLibraryTests
{
    [Fact]
    public void Version_Library_IsTheOneThatTheBuildFetched() => Assert.Equal("1.30.0", OrtLibrary.Version);

    [Fact]
    public void AddConfigEntry_EmptyKey_IsRefusedByTheLibrary()
    {
        using var options = new OrtSessionOptionsHandle(OrtLibrary.Runtime);
        var refused = Assert.Throws<OrtException>(() => options.AddConfigEntry("\0"u8, "0\0"u8));
        Assert.StartsWith("Config key is empty", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_LibraryMissing_NamesThePathEachTime() =>
        AssertMissing(Path.Combine(Path.GetTempPath(), "nowhere", "libonnxruntime.so.1"));

    [Fact]
    public void Version_FileIsNotALibrary_NamesThePathEachTime()
    {
        var file = Path.GetTempFileName();
        AssertMissing(file);
        File.Delete(file);
    }

    [Fact]
    public void Version_AnotherLibrary_NamesTheMissingFunction() => Assert.Contains(
        "OrtGetApiBase",
        AssertMissing(Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*System.IO.Compression.Native.*")[0]),
        StringComparison.Ordinal);

    /// <summary>
    /// Loads a second copy of the binding, with its own static state, which looks for the library at this path.
    /// </summary>
    private static string AssertMissing(string path)
    {
        // The copy that the other tests use has to load its library before the variable changes.
        _ = Record.Exception(() => OrtLibrary.Version);
        var context = new AssemblyLoadContext(nameof(OrtLibraryTests), isCollectible: true);
        var version = context.LoadFromAssemblyPath(typeof(OrtLibrary).Assembly.Location)
            .GetType(typeof(OrtLibrary).FullName!)!.GetProperty(nameof(OrtLibrary.Version))!;
        var set = Environment.GetEnvironmentVariable(OrtLibrary.PathVariable);
        Environment.SetEnvironmentVariable(OrtLibrary.PathVariable, path);
        try
        {
            var messages = Enumerable.Range(0, 3).Select(_ => Message(version)).Distinct();
            var message = Assert.Single(messages);
            Assert.Contains($"Looked for: {path} (", message, StringComparison.Ordinal);
            Assert.Contains($"set {OrtLibrary.PathVariable} to the full path", message, StringComparison.Ordinal);
            return message;
        }
        finally
        {
            Environment.SetEnvironmentVariable(OrtLibrary.PathVariable, set);
            context.Unload();
        }
    }

    private static string Message(PropertyInfo version)
    {
        var thrown = Assert.Throws<TargetInvocationException>(() => version.GetValue(null)).InnerException!;
        Assert.Equal(typeof(OrtLibraryMissingException).FullName, thrown.GetType().FullName);
        return thrown.Message;
    }
}
