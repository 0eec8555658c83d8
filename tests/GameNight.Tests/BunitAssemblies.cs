using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace GameNight.Tests;

/// <summary>Finds the assembly that Bunit.targets put into a folder of its own.</summary>
internal static class BunitAssemblies
{
    [ModuleInitializer]
    internal static void Register() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "bunit", "AngleSharp.Diffing.dll"))
            : null;
}
