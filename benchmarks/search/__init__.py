"""How well readers find pages, and at what cost: our search beside Material's, Pagefind and MiniSearch."""
