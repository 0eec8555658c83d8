namespace GameNight.Pages;

/// <summary>The theme that the browser asks for in a cookie, so that the first byte of the page has the right one.</summary>
public static class Theme
{
    public const string Default = "system";

    public static string Of(HttpContext? context) => context?.Request.Cookies["theme"] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => Default,
    };
}
