namespace GameNight.Pages;

/// <summary>The theme in the browser's cookie. The server reads it so that the page never flashes in the wrong theme.</summary>
public static class Theme
{
    /// <summary>Leaves the theme to the operating system.</summary>
    public const string Default = "system";

    /// <summary><c>light</c>, <c>dark</c> or <see cref="Default"/>, also where there is no request.</summary>
    public static string Of(HttpContext? context) => context?.Request.Cookies["theme"] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => Default,
    };
}
