using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace GameNight.Tests;

/// <summary>Resolves the assembly that Bunit.targets copies into the folder <c>bunit</c> of the output.</summary>
internal static class BunitAssemblies
{
    [ModuleInitializer]
    internal static void Register() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "bunit", "AngleSharp.Diffing.dll"))
            : null;
}
