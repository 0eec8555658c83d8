using GameNight.Tests.Architecture;

namespace GameNight.Tests.Hosting;

/// <summary>Skipped where the front end's packages are not installed, such as in a build without Node.js.</summary>
public sealed class RedoclyFactAttribute : FactAttribute
{
    public RedoclyFactAttribute() => Skip = File.Exists(Program) ? null : "skipped: @redocly/cli is not installed in wwwroot-assets";

    public static string Program => Repository.File("wwwroot-assets/node_modules/@redocly/cli/bin/cli.js");
}
